//! Customers and webhooks in `SQLite`: what is acknowledged is on disk first.

mod webhooks;

use std::{cell::Cell, path::Path, time::Duration};

use kyc_rules::{
    lifecycle::{
        sandbox::{answer::Answer, customer::Customer, keys::Remembered},
        value::{ANSWER_LIMITS, Value},
        webhook::hmac::{from_hex, to_hex},
    },
    policy::Limits,
};
use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

pub(crate) use webhooks::Hook;

/// The file.
pub(crate) struct Store {
    connection: Connection,
    /// Whether something was written since the last commit.
    is_open: Cell<bool>,
}

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, customer TEXT NOT NULL, body TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS keys (key TEXT NOT NULL UNIQUE, body TEXT NOT NULL, status INTEGER NOT NULL, answer TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS uploads (id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS hooks (id INTEGER PRIMARY KEY, url TEXT NOT NULL, secret TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
";

/// What a customer is read back with: it was within limits when it came.
const STORED_LIMITS: Limits = Limits { text: usize::MAX, ..ANSWER_LIMITS };

/// How long another process may hold the file before we give up.
const PATIENCE: Duration = Duration::from_millis(500);
/// How many uploads are kept.
const KEPT_UPLOADS: i64 = 100;

/// What the file answers.
pub(crate) type Done<T> = Result<T, rusqlite::Error>;

impl Store {
    /// Opens the file, or memory.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, String> {
        let named = |error: rusqlite::Error| match file {
            Some(file) => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    format!("cannot use {}: another process has it open", file.display())
                }
                Some(ErrorCode::DiskFull) => {
                    format!("cannot use {}: the disk is full", file.display())
                }
                _ => format!("cannot use {}: {error}", file.display()),
            },
            None => error.to_string(),
        };
        let connection = match file {
            Some(file) => Connection::open(file),
            None => Connection::open_in_memory(),
        };
        let connection = connection.map_err(named)?;
        connection.busy_timeout(PATIENCE).map_err(named)?;
        // One process holds the file: another would not see what is in this one's memory.
        let ready = connection.execute_batch(
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        );
        ready.and_then(|()| connection.execute_batch(TABLES)).map_err(named)?;
        // The lock is taken at the first write: now, not at the first customer.
        let lock = connection.execute_batch("BEGIN EXCLUSIVE; COMMIT;");
        lock.map_err(named)?;
        Ok(Self { connection, is_open: Cell::new(false) })
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

    /// What tokens and links are signed with; made once.
    pub(crate) fn secret(&self) -> Result<String, String> {
        let named = |error: rusqlite::Error| error.to_string();
        let read = "SELECT value FROM settings WHERE name = 'secret'";
        if let Some(secret) =
            self.connection.query_row(read, [], |row| row.get(0)).optional().map_err(named)?
        {
            return Ok(secret);
        }
        let secret = [self.random().map_err(named)?, self.random().map_err(named)?].concat();
        let write = "INSERT INTO settings VALUES ('secret', ?1)";
        self.connection.execute(write, [&secret]).map_err(named)?;
        Ok(secret)
    }

    /// A number that is kept: 0 where it never was.
    pub(crate) fn number(&self, name: &str) -> Done<i64> {
        let read = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?1";
        let found = self.connection.query_row(read, [name], |row| row.get(0)).optional()?;
        Ok(found.unwrap_or(0))
    }

    /// Keeps a number.
    pub(crate) fn set_number(&self, name: &str, number: i64) -> Done<()> {
        self.begin()?;
        let write = "INSERT OR REPLACE INTO settings VALUES (?1, ?2)";
        self.connection.execute(write, params![name, number])?;
        Ok(())
    }

    /// Something nobody can guess.
    pub(crate) fn random(&self) -> Done<String> {
        let bytes: Vec<u8> =
            self.connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
        Ok(to_hex(&bytes))
    }

    /// Opens a transaction, where none is; nothing is acknowledged before [`Self::commit`].
    fn begin(&self) -> Done<()> {
        if !self.is_open.get() {
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
            self.is_open.set(true);
        }
        Ok(())
    }

    /// Writes what there is to disk.
    pub(crate) fn commit(&self) -> Done<()> {
        if self.is_open.get() {
            self.connection.execute_batch("COMMIT")?;
            self.is_open.set(false);
        }
        Ok(())
    }

    /// Drops the transaction.
    pub(crate) fn roll_back(&self) {
        // The database may have dropped it by itself.
        let _ = self.connection.execute_batch("ROLLBACK");
        self.is_open.set(false);
    }

    /// Stores a customer.
    pub(crate) fn put(&self, customer: &Customer) -> Done<()> {
        self.begin()?;
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

    /// Stores what an idempotency key was answered.
    pub(crate) fn put_key(&self, key: &str, remembered: &Remembered) -> Done<()> {
        self.begin()?;
        let mut statement = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO keys VALUES (?1, ?2, ?3, ?4)")?;
        let Remembered { body, answer } = remembered;
        statement.execute(params![key, to_hex(body), answer.status, answer.body.to_json()])?;
        Ok(())
    }

    /// Drops an idempotency key.
    pub(crate) fn remove_key(&self, key: &str) -> Done<()> {
        self.begin()?;
        self.connection.execute("DELETE FROM keys WHERE key = ?1", [key])?;
        Ok(())
    }

    /// Every idempotency key, oldest first.
    pub(crate) fn keys(&self) -> Done<Vec<(String, Remembered)>> {
        let mut statement =
            self.connection.prepare("SELECT key, body, status, answer FROM keys ORDER BY rowid")?;
        let rows = statement.query_map([], |row| {
            let body = from_hex(&row.get::<_, String>(1)?).unwrap_or_default();
            let answer =
                Value::parse(&row.get::<_, String>(3)?, &STORED_LIMITS).unwrap_or_default();
            let answer = Answer { status: row.get(2)?, body: answer };
            Ok((row.get(0)?, Remembered { body, answer }))
        })?;
        rows.collect()
    }

    /// Stores an upload; the oldest ones give way.
    pub(crate) fn put_upload(&self, id: &str, kind: &str, bytes: &[u8]) -> Done<()> {
        self.begin()?;
        self.connection
            .execute("INSERT INTO uploads VALUES (?1, ?2, ?3)", params![id, kind, bytes])?;
        let drop = "DELETE FROM uploads WHERE rowid <= (SELECT max(rowid) FROM uploads) - ?1";
        self.connection.execute(drop, [KEPT_UPLOADS])?;
        Ok(())
    }

    /// An upload: its media type and its bytes.
    pub(crate) fn upload(&self, id: &str) -> Done<Option<(String, Vec<u8>)>> {
        let read = "SELECT kind, bytes FROM uploads WHERE id = ?1";
        self.connection.query_row(read, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional()
    }

    /// Whether every write fails from now on, as on a disk that is full.
    #[cfg(test)]
    pub(crate) fn refuse(&self, refuse: bool) {
        self.connection.pragma_update(None, "query_only", refuse).unwrap();
    }
}
