//! Towns and villages that people on the register live in, for completing what a clerk types.

use crate::domain::failure::Failure;
use crate::store::Store;

impl Store {
    /// The villages of a town that somebody lives in, each once.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn known_villages(&self, town: &str) -> Result<Vec<String>, Failure> {
        self.read(|conn| {
            // Straight from the index of towns; a name that was taken back does no harm here.
            let mut statement = conn.prepare_cached(
                "SELECT DISTINCT village FROM person WHERE town = ? AND town <> '' AND village <> ''",
            )?;
            let found = statement.query_map([town], |row| row.get(0))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Whether somebody on the register lives in a town.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn is_town_known(&self, town: &str) -> Result<bool, Failure> {
        self.read(|conn| {
            Ok(conn
                .prepare_cached("SELECT 1 FROM person WHERE town = ? AND town <> ''")?
                .exists([town])?)
        })
    }
}
