//! Whether the file is whole and says what the journal says.

use super::error::Result;
use super::journal::{self, Hash};
use super::{Finding, Store, rebuild, tables};
use crate::domain::{cause::Cause, failure::Failure};
use crate::text::fold::squeeze;
use rusqlite::{Connection, ErrorCode};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// How many words of SQLite's are passed on; a file in pieces has thousands.
const MOST_DAMAGE: usize = 20;

impl Store {
    /// Damage, gaps in the journal, entries and payloads that were changed from outside; `deep`
    /// looks at every index too and holds the tables against the journal.
    ///
    /// # Errors
    /// Only where the file can't be read at all (disk, lock); damage is a finding.
    pub fn check(&self, deep: bool) -> std::result::Result<Vec<Finding>, Failure> {
        self.read(|conn| all(conn, deep))
    }
}

/// Every check, at one moment.
pub(super) fn all(conn: &Connection, deep: bool) -> Result<Vec<Finding>> {
    let snapshot = conn.unchecked_transaction()?;
    let mut findings = Vec::new();
    for part in [pages, referents, chains, payloads] {
        found(part(&snapshot, deep), &mut findings)?;
    }
    if deep {
        found(against_journal(&snapshot), &mut findings)?;
    }
    Ok(findings)
}

/// Damage met on the way is a finding too.
fn found(result: Result<Vec<Finding>>, findings: &mut Vec<Finding>) -> Result<()> {
    use super::error::Error;
    match result {
        Ok(more) => findings.extend(more),
        Err(Error::Sql(rusqlite::Error::SqliteFailure(e, text)))
            if matches!(
                e.code,
                ErrorCode::DatabaseCorrupt
                    | ErrorCode::NotADatabase
                    | ErrorCode::ConstraintViolation
            ) =>
        {
            findings.push(Finding::Damaged {
                detail: match e.code {
                    ErrorCode::ConstraintViolation => text.unwrap_or_else(|| e.to_string()),
                    _ => Cause::Pages.code().to_owned(),
                },
            });
        }
        Err(Error::Pages) => findings.push(Finding::Damaged {
            detail: Cause::Pages.code().to_owned(),
        }),
        Err(error @ (Error::Content(_) | Error::Json(_))) => findings.push(Finding::Damaged {
            detail: error.to_string(),
        }),
        Err(error) => return Err(error),
    }
    Ok(())
}

fn pages(conn: &Connection, deep: bool) -> Result<Vec<Finding>> {
    let look = if deep {
        "integrity_check"
    } else {
        "quick_check"
    };
    let mut statement = conn.prepare(&format!("PRAGMA {look}({MOST_DAMAGE})"))?;
    let mut rows = statement.query([])?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next()? {
        let detail: String = row.get(0)?;
        if detail != "ok" {
            // SQLite heads its words with a line that names the schema.
            let words = detail.trim_start_matches("*** in database main ***");
            findings.push(Finding::Damaged {
                detail: squeeze(words),
            });
        }
    }
    Ok(findings)
}

fn referents(conn: &Connection, _deep: bool) -> Result<Vec<Finding>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    let mut dangling: BTreeMap<String, u64> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        *dangling.entry(row.get(0)?).or_default() += 1;
    }
    Ok(dangling
        .into_iter()
        .map(|(table, rows)| Finding::Dangling { table, rows })
        .collect())
}

/// Each station's chain, entry by entry. After a breach the walk goes on from what is there, so that
/// one change is one finding.
fn chains(conn: &Connection, _deep: bool) -> Result<Vec<Finding>> {
    let names = station_names(conn)?;
    let mut statement = conn.prepare(&format!("{} ORDER BY j.station, j.seq", journal::READ))?;
    let mut rows = statement.query([])?;
    let mut findings = Vec::new();
    let mut before: Option<(Uuid, i64, Hash)> = None;
    while let Some(row) = rows.next()? {
        let (_, entry) = journal::read(row)?;
        let (seq, prev) = match before {
            Some((station, seq, hash)) if station == entry.station => (seq, hash),
            _ => (0, [0; 32]),
        };
        let station = names.get(&entry.station).cloned().unwrap_or_default();
        let at = entry.seq.unsigned_abs();
        if entry.seq != seq + 1 {
            let seq = (seq + 1).unsigned_abs();
            findings.push(Finding::Gap { station, seq });
        } else if entry.prev != prev || entry.digest() != entry.hash {
            findings.push(Finding::BrokenChain { station, seq: at });
        }
        before = Some((entry.station, entry.seq, entry.hash));
    }
    Ok(findings)
}

fn station_names(conn: &Connection) -> Result<HashMap<Uuid, String>> {
    let mut statement = conn.prepare("SELECT uid, name FROM station")?;
    let names = statement
        .query_map([], |row| Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// Each part against its commitment, and each entry's commitment against its parts.
fn payloads(conn: &Connection, _deep: bool) -> Result<Vec<Finding>> {
    let mut statement = conn.prepare(
        "SELECT j.id, s.name, j.seq, j.commitment, p.salt, p.body, p.commitment
         FROM journal j JOIN station s ON s.id = j.station LEFT JOIN payload p ON p.entry = j.id
         ORDER BY j.id, p.part",
    )?;
    let mut rows = statement.query([])?;
    let mut findings = Vec::new();
    let mut entry: Option<(i64, String, i64, Hash)> = None;
    let mut parts: Vec<Hash> = Vec::new();
    let mut sound = true;
    let close = |entry: Option<(i64, String, i64, Hash)>, parts: &[Hash], sound: bool| {
        let (_, station, seq, commitment) = entry?;
        let whole = sound && journal::entry_commitment(parts) == commitment;
        (!whole).then(|| Finding::PayloadChanged {
            station,
            seq: seq.unsigned_abs(),
        })
    };
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if entry.as_ref().is_none_or(|e| e.0 != id) {
            findings.extend(close(entry.take(), &parts, sound));
            entry = Some((id, row.get(1)?, row.get(2)?, row.get(3)?));
            parts.clear();
            sound = true;
        }
        let salt: Option<Vec<u8>> = row.get(4)?;
        let body: Option<String> = row.get(5)?;
        let commitment: Option<Hash> = row.get(6)?;
        if let Some(commitment) = commitment {
            if let (Some(salt), Some(body)) = (salt, body) {
                sound &= journal::part_commitment(&salt, &body) == commitment;
            }
            parts.push(commitment);
        }
    }
    findings.extend(close(entry, &parts, sound));
    Ok(findings)
}

/// The tables against what the journal makes of them.
fn against_journal(conn: &Connection) -> Result<Vec<Finding>> {
    let rebuilt = rebuild::in_memory(conn)?;
    let mut findings = Vec::new();
    for table in tables::all() {
        if rebuild::table_digest(conn, table)? != rebuild::table_digest(&rebuilt, table)? {
            findings.push(Finding::TableDiffers {
                table: table.name.to_owned(),
            });
        }
    }
    Ok(findings)
}
