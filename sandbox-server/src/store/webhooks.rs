//! The receivers of webhooks, and the webhooks on their way to them.

use kyc_rules::lifecycle::{sandbox::outbox::Message, value::Value};
use rusqlite::params;

use super::{Done, STORED_LIMITS, Store};

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

impl Store {
    /// Stores a webhook that is on its way.
    pub(crate) fn put_message(&self, message: &Message) -> Done<()> {
        self.begin()?;
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
        self.begin()?;
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

    /// Stores a receiver, under a number that no other had: what is still on its way to one that was removed is not this one's.
    pub(crate) fn add_hook(&self, url: &str, secret: &str) -> Done<Hook> {
        self.begin()?;
        let highest = "SELECT coalesce(max(id), 0) FROM hooks";
        let highest: i64 = self.connection.query_row(highest, [], |row| row.get(0))?;
        let id = highest.max(self.number("hooks")?).saturating_add(1);
        self.set_number("hooks", id)?;
        let write = "INSERT INTO hooks (id, url, secret) VALUES (?1, ?2, ?3)";
        self.connection.execute(write, params![id, url, secret])?;
        Ok(Hook { id, url: url.into(), secret: secret.into() })
    }

    /// Drops a receiver, and the webhooks on their way to it.
    pub(crate) fn remove_hook(&self, id: i64) -> Done<()> {
        self.begin()?;
        self.connection.execute("DELETE FROM hooks WHERE id = ?1", [id])?;
        // Their names begin with the receiver's number and a slash, behind which the next character is `0`.
        let drop = "DELETE FROM outbox WHERE id > ?1 AND id < ?2";
        self.connection.execute(drop, [format!("{id}/"), format!("{id}0")])?;
        Ok(())
    }

    /// Every receiver.
    pub(crate) fn hooks(&self) -> Done<Vec<Hook>> {
        let mut statement =
            self.connection.prepare("SELECT id, url, secret FROM hooks ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(Hook { id: row.get(0)?, url: row.get(1)?, secret: row.get(2)? })
        })?;
        rows.collect()
    }
}
