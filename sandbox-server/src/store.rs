//! Customers and webhooks in `SQLite`: what is acknowledged is on disk first.

use std::path::Path;

use kyc_rules::{
    lifecycle::{
        sandbox::{customer::Customer, outbox::Message},
        value::{ANSWER_LIMITS, Value},
        webhook::hmac::to_hex,
    },
    policy::Limits,
};
use rusqlite::{Connection, params};

/// A receiver of webhooks.
#[derive(Debug, Clone)]
pub(crate) struct Hook {
    /// Its number.
    pub(crate) id: i64,
    /// Where it listens.
    pub(crate) url: String,
    /// What its webhooks are signed with.
    pub(crate) secret: String,
}

/// The file.
pub(crate) struct Store {
    connection: Connection,
}

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, customer TEXT NOT NULL, body TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS hooks (id INTEGER PRIMARY KEY, url TEXT NOT NULL, secret TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
";

/// What a customer is read back with: it was within limits when it came.
const STORED_LIMITS: Limits = Limits { text: usize::MAX, ..ANSWER_LIMITS };

type Done<T> = Result<T, rusqlite::Error>;

impl Store {
    /// Opens the file, or memory.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, String> {
        let named = |error: rusqlite::Error| match file {
            Some(file) => format!("cannot use {}: {error}", file.display()),
            None => error.to_string(),
        };
        let connection = match file {
            Some(file) => Connection::open(file),
            None => Connection::open_in_memory(),
        };
        let connection = connection.map_err(named)?;
        // One process holds the file: another would not see what is in this one's memory.
        let ready = connection.execute_batch(
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        );
        ready.and_then(|()| connection.execute_batch(TABLES)).map_err(named)?;
        Ok(Self { connection })
    }

    /// The API key: the given one, else the stored one, else a new one that is stored.
    pub(crate) fn key(&self, given: Option<&str>) -> Result<String, String> {
        if let Some(key) = given {
            return Ok(key.into());
        }
        let read = "SELECT value FROM settings WHERE name = 'key'";
        if let Ok(key) = self.connection.query_row(read, [], |row| row.get(0)) {
            return Ok(key);
        }
        let key = format!("sk_sandbox_{}", self.random().map_err(|error| error.to_string())?);
        self.connection
            .execute("INSERT INTO settings VALUES ('key', ?1)", [&key])
            .map_err(|error| error.to_string())?;
        Ok(key)
    }

    /// How far the sandbox's clock is ahead, in milliseconds.
    pub(crate) fn ahead(&self) -> i64 {
        let read = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'ahead'";
        self.connection.query_row(read, [], |row| row.get(0)).unwrap_or(0)
    }

    /// Keeps how far the clock is ahead: what is due by it stays due after a restart.
    pub(crate) fn set_ahead(&self, ahead: i64) -> Done<()> {
        let write = "INSERT OR REPLACE INTO settings VALUES ('ahead', ?1)";
        self.connection.execute(write, [ahead])?;
        Ok(())
    }

    /// Something nobody can guess.
    pub(crate) fn random(&self) -> Done<String> {
        let bytes: Vec<u8> =
            self.connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
        Ok(to_hex(&bytes))
    }

    /// Opens a transaction; nothing is acknowledged before [`Self::commit`].
    pub(crate) fn begin(&self) -> Done<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")
    }

    /// Writes the transaction to disk.
    pub(crate) fn commit(&self) -> Done<()> {
        self.connection.execute_batch("COMMIT")
    }

    /// Drops the transaction.
    pub(crate) fn roll_back(&self) {
        let _ = self.connection.execute_batch("ROLLBACK");
    }

    /// Stores a customer.
    pub(crate) fn put(&self, customer: &Customer) -> Done<()> {
        let mut statement =
            self.connection.prepare_cached("INSERT OR REPLACE INTO customers VALUES (?1, ?2)")?;
        statement.execute(params![customer.id, customer.stored().to_json()])?;
        Ok(())
    }

    /// Every customer.
    pub(crate) fn customers(&self) -> Done<Vec<Customer>> {
        let mut statement = self.connection.prepare("SELECT data FROM customers")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut customers = Vec::new();
        for row in rows {
            let stored = Value::parse(&row?, &STORED_LIMITS).unwrap_or_default();
            customers.extend(Customer::restored(&stored));
        }
        Ok(customers)
    }

    /// Stores a webhook that is on its way.
    pub(crate) fn put_message(&self, message: &Message) -> Done<()> {
        let mut statement = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO outbox VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let attempts = i64::try_from(message.attempts).unwrap_or(i64::MAX);
        statement.execute(params![
            message.id,
            message.customer_id,
            message.body.to_json(),
            attempts,
            message.due
        ])?;
        Ok(())
    }

    /// Takes a webhook out: it arrived, or was given up.
    pub(crate) fn remove_message(&self, id: &str) -> Done<()> {
        self.connection.execute("DELETE FROM outbox WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Every webhook on its way, oldest first.
    pub(crate) fn messages(&self) -> Done<Vec<Message>> {
        let mut statement = self
            .connection
            .prepare("SELECT id, customer, body, attempts, due FROM outbox ORDER BY rowid")?;
        let rows = statement.query_map([], |row| {
            Ok(Message {
                id: row.get(0)?,
                customer_id: row.get(1)?,
                body: Value::parse(&row.get::<_, String>(2)?, &STORED_LIMITS).unwrap_or_default(),
                attempts: usize::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
                due: row.get(4)?,
            })
        })?;
        rows.collect()
    }

    /// Stores a receiver.
    pub(crate) fn add_hook(&self, url: &str, secret: &str) -> Done<Hook> {
        self.connection
            .execute("INSERT INTO hooks (url, secret) VALUES (?1, ?2)", [url, secret])?;
        let id = self.connection.last_insert_rowid();
        Ok(Hook { id, url: url.into(), secret: secret.into() })
    }

    /// Every receiver.
    pub(crate) fn hooks(&self) -> Done<Vec<Hook>> {
        let mut statement = self.connection.prepare("SELECT id, url, secret FROM hooks")?;
        let rows = statement.query_map([], |row| {
            Ok(Hook { id: row.get(0)?, url: row.get(1)?, secret: row.get(2)? })
        })?;
        rows.collect()
    }
}
