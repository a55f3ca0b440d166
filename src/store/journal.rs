//! The journal: what an entry holds, how it is hashed, how its payload is committed to.
//!
//! Entries of one station form a chain without gaps: each carries the hash of the one before. The
//! words stand in payload parts, one for each record that changed, each under its own salt; an entry
//! holds the hash over the commitments of its parts. Erasing a part's salt and body leaves the chain
//! as it is, and nothing can be guessed back from the commitment.

use super::change::RowChange;
use super::error::{Error, Result};
use crate::domain::{daybook::JournalHead, ids::StationId, labels::labels};
use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

labels! {
    /// What a journal entry records.
    pub enum EntryKind {
        Create = "create", ' ', "新建", "Office created";
        Log = "log", ' ', "登记联系", "Contact logged";
        Correct = "correct", ' ', "更正联系", "Contact corrected";
        Cancel = "cancel", ' ', "作废联系", "Contact cancelled";
        Register = "register", ' ', "登记人员", "Person registered";
        Edit = "edit", ' ', "修改资料", "Record edited";
        Merge = "merge", ' ', "合并档案", "Records merged";
        Import = "import", ' ', "导入", "Import";
        Draft = "draft", ' ', "暂存", "Draft kept";
        DropDraft = "drop_draft", ' ', "删除暂存", "Draft dropped";
        KeepView = "keep_view", ' ', "存常用名单", "List kept";
        DropView = "drop_view", ' ', "删常用名单", "List deleted";
        Operator = "operator", ' ', "新增经办人", "Operator added";
        Enterprise = "enterprise", ' ', "新增单位", "Firm added";
        Ledger = "ledger", ' ', "登记台账", "Ledger entry";
        Open = "open", ' ', "打开档案", "File opened";
        Reveal = "reveal", ' ', "显示证件号", "Number revealed";
        Export = "export", ' ', "导出", "Export";
        Undo = "undo", ' ', "撤销", "Undo";
        Redo = "redo", ' ', "恢复", "Redo";
    }
}

impl EntryKind {
    /// Whether Ctrl+Z takes it back. What was shown, exported or kept aside stays.
    pub fn is_undoable(self) -> bool {
        matches!(
            self,
            Self::Log
                | Self::Correct
                | Self::Cancel
                | Self::Import
                | Self::KeepView
                | Self::DropView
                | Self::Ledger
                | Self::Register
                | Self::Edit
                | Self::Merge
        )
    }
}

/// A hash or commitment.
pub(super) type Hash = [u8; 32];

/// Local time with zone and milliseconds, always 29 characters.
pub(super) fn stamp(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// Reads [`stamp`].
pub(super) fn read_stamp(text: &str) -> Result<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text)
        .map_err(|_| Error::Content("a time can't be read".to_owned()))
}

/// One entry, whole.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) station: Uuid,
    pub(super) seq: i64,
    pub(super) uid: Uuid,
    pub(super) at: String,
    /// Hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter below; never
    /// runs backwards on a station, whatever its wall clock does.
    pub(super) clock: i64,
    pub(super) operator: Uuid,
    pub(super) role: String,
    pub(super) kind: String,
    pub(super) entity: String,
    pub(super) subject: Option<Uuid>,
    pub(super) commitment: Hash,
    pub(super) prev: Hash,
    pub(super) hash: Hash,
}

impl Entry {
    /// SHA-256 over the hash before and every field, each with its length, so that no two entries
    /// share an encoding.
    pub(super) fn digest(&self) -> Hash {
        let mut hasher = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        field(b"zhipei journal 1");
        field(&self.prev);
        field(self.station.as_bytes());
        field(&self.seq.to_be_bytes());
        field(self.uid.as_bytes());
        field(self.at.as_bytes());
        field(&self.clock.to_be_bytes());
        field(self.operator.as_bytes());
        field(self.role.as_bytes());
        field(self.kind.as_bytes());
        field(self.entity.as_bytes());
        field(self.subject.as_ref().map_or(&[][..], |s| s.as_bytes()));
        field(&self.commitment);
        hasher.finalize().into()
    }
}

/// The clock of the next entry: the wall's time, or one tick after the last where the wall is behind.
pub(super) fn tick(last: i64, at: DateTime<FixedOffset>) -> i64 {
    // Any time within the years that a stamp can write fits into 48 bits.
    (at.timestamp_millis().max(0) << 16).max(last + 1)
}

/// The commitment to one part.
pub(super) fn part_commitment(salt: &[u8], body: &str) -> Hash {
    Sha256::new()
        .chain_update(salt)
        .chain_update(body)
        .finalize()
        .into()
}

/// The commitment of an entry: over those of its parts, in order.
pub(super) fn entry_commitment(parts: &[Hash]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// The body of a part: rows that changed, or a detail that changed none.
pub(super) fn rows_body(rows: &[RowChange]) -> Result<String> {
    #[derive(serde::Serialize)]
    struct Body<'a> {
        rows: &'a [RowChange],
    }
    Ok(serde_json::to_string(&Body { rows })?)
}

/// The last entry of a station: sequence number, hash and clock; zeros where there is none.
pub(super) fn last(conn: &Connection, station: i64) -> Result<(i64, Hash, i64)> {
    let last = conn
        .prepare_cached(
            "SELECT seq, hash, clock FROM journal WHERE station = ? ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([station], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(last.unwrap_or((0, [0; 32], 0)))
}

/// Reads an entry that `journal_read.sql` gave, with its number.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Entry)> {
    let uid = |i: usize| row.get(i).map(Uuid::from_bytes);
    Ok((
        row.get(0)?,
        Entry {
            station: uid(1)?,
            seq: row.get(2)?,
            uid: uid(3)?,
            at: row.get(4)?,
            clock: row.get(5)?,
            operator: uid(6)?,
            role: row.get(7)?,
            kind: row.get(8)?,
            entity: row.get(9)?,
            subject: row.get::<_, Option<[u8; 16]>>(10)?.map(Uuid::from_bytes),
            commitment: row.get(11)?,
            prev: row.get(12)?,
            hash: row.get(13)?,
        },
    ))
}

/// Every entry in the order of arrival; add a `WHERE` or `ORDER BY`.
pub(super) const READ: &str = include_str!("journal_read.sql");

/// Adds a finished entry under the number that its parts already carry.
pub(super) fn append(
    conn: &Connection,
    id: i64,
    station: i64,
    operator: i64,
    entry: &Entry,
) -> Result<()> {
    conn.prepare_cached(include_str!("journal_append.sql"))?
        .execute(params![
            id,
            station,
            entry.seq,
            entry.uid.as_bytes(),
            entry.at,
            entry.clock,
            operator,
            entry.role,
            entry.kind,
            entry.entity,
            entry.subject.as_ref().map(|s| s.as_bytes().to_vec()),
            entry.commitment,
            entry.prev,
            entry.hash,
        ])?;
    Ok(())
}

/// The head at one entry.
pub(super) fn head_at(conn: &Connection, entry: i64) -> Result<Option<JournalHead>> {
    Ok(conn
        .prepare_cached(
            "SELECT s.uid, j.seq, j.hash FROM journal j JOIN station s ON s.id = j.station WHERE j.id = ?",
        )?
        .query_row([entry], |row| {
            Ok(JournalHead {
                station: StationId(Uuid::from_bytes(row.get(0)?)),
                seq: row.get::<_, i64>(1)?.unsigned_abs(),
                hash: hex(&row.get::<_, Hash>(2)?),
            })
        })
        .optional()?)
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, b| {
        // Writing into a String can't fail.
        let _ = write!(out, "{b:02x}");
        out
    })
}
