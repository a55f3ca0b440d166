//! What SQLite offers: LIKE over the lines, two kinds of full text, and ranges of b-trees.

use super::{
    peers::{Peer, SHOWN},
    people::Lines,
};
use rusqlite::{Connection, ToSql, params_from_iter};
use std::time::{Duration, Instant};

/// What of a schema stands behind this mark is laid out once the rows are in.
const AFTER: &str = "-- after\n";

/// The question for a text, with what is put in its places; none where it cannot be asked.
type Ask = fn(&str) -> Option<(String, Vec<String>)>;

/// One way to ask a data base of its own.
pub(crate) struct Table {
    name: &'static str,
    base: Connection,
    built: Duration,
    slow: bool,
    ask: Ask,
}

impl Peer for Table {
    fn name(&self) -> &'static str {
        self.name
    }

    fn bytes(&self) -> usize {
        let number = |name: &str| -> i64 {
            let read = self.base.pragma_query_value(None, name, |row| row.get(0));
            read.unwrap_or(0)
        };
        usize::try_from(number("page_count") * number("page_size")).unwrap_or(0)
    }

    fn built(&self) -> Duration {
        self.built
    }

    fn is_slow(&self) -> bool {
        self.slow
    }

    fn find(&self, key: &str) -> Vec<u32> {
        let Some((question, places)) = (self.ask)(key) else {
            return Vec::new();
        };
        let read = || -> rusqlite::Result<Vec<u32>> {
            let mut prepared = self.base.prepare_cached(&question)?;
            let places = places.iter().map(|p| p as &dyn ToSql);
            let rows = prepared.query_map(params_from_iter(places), |row| row.get::<_, i64>(0))?;
            rows.map(|row| row.map(|n| n as u32)).collect()
        };
        // A text that full text search does not understand finds nobody.
        read().unwrap_or_default()
    }
}

fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|w| !w.is_empty())
}

fn limited(question: &str) -> String {
    format!("{question} LIMIT {SHOWN}")
}

/// Characters of their own, so that each can be asked for; letters and digits as they stand.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if !c.is_ascii() {
            out.push(' ');
        }
        out.push(c);
        if !c.is_ascii() {
            out.push(' ');
        }
    }
    out
}

impl Table {
    fn new(
        name: &'static str,
        schema: &str,
        insert: &str,
        rows: impl Iterator<Item = Vec<String>>,
        ask: Ask,
    ) -> rusqlite::Result<Self> {
        let start = Instant::now();
        let mut base = Connection::open_in_memory()?;
        let (before, after) = schema.split_once(AFTER).unwrap_or((schema, ""));
        base.execute_batch(before)?;
        let change = base.transaction()?;
        {
            let mut prepared = change.prepare(insert)?;
            for (at, row) in (0i64..).zip(rows) {
                let own = [&at as &dyn ToSql];
                let places = own.into_iter().chain(row.iter().map(|t| t as &dyn ToSql));
                prepared.execute(params_from_iter(places))?;
            }
        }
        change.commit()?;
        base.execute_batch(after)?;
        Ok(Self {
            name,
            base,
            built: start.elapsed(),
            slow: false,
            ask,
        })
    }

    pub(crate) fn like(people: &Lines) -> rusqlite::Result<Self> {
        let rows = people.lines.iter().map(|line| vec![line.clone()]);
        let table = Self::new(
            "LIKE, ranked",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, line TEXT)",
            "INSERT INTO t VALUES (?1, ?2)",
            rows,
            |key| {
                let places: Vec<String> = words(key).map(str::to_owned).collect();
                let tests: Vec<String> = (1..=places.len())
                    .map(|n| format!("line LIKE '%' || ?{n} || '%'"))
                    .collect();
                let tests = tests.join(" AND ");
                let order = "ORDER BY instr(line, ?1), id";
                (!places.is_empty()).then(|| {
                    (
                        limited(&format!("SELECT id FROM t WHERE {tests} {order}")),
                        places,
                    )
                })
            },
        )?;
        Ok(Self {
            slow: true,
            ..table
        })
    }

    pub(crate) fn trigram(people: &Lines) -> rusqlite::Result<Self> {
        Self::new(
            "FTS5 trigram, bm25",
            "CREATE VIRTUAL TABLE t USING fts5(line, content='', tokenize='trigram')",
            "INSERT INTO t (rowid, line) VALUES (?1, ?2)",
            people.lines.iter().map(|line| vec![line.clone()]),
            |key| {
                let quoted: Vec<String> = words(key).map(|w| format!("\"{w}\"")).collect();
                let question = "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rank";
                Some((limited(question), vec![quoted.join(" ")]))
            },
        )
    }

    pub(crate) fn prefixes(people: &Lines) -> rusqlite::Result<Self> {
        let rows = (0..people.lines.len() as u32).map(|at| {
            let p = people.fields(at);
            let tail = |text: &str| {
                text.get(text.len().saturating_sub(4)..)
                    .unwrap_or("")
                    .to_owned()
            };
            vec![format!(
                "{} {} {} {} {} {} {} {} {} {} {} {} {} {}",
                spaced(p.name),
                p.pinyin,
                p.initials,
                p.id,
                tail(p.id),
                p.birth(),
                p.phone,
                tail(p.phone),
                spaced(p.town),
                p.town_pinyin,
                spaced(p.village),
                p.village_pinyin,
                spaced(p.wishes),
                p.wishes_pinyin
            )]
        });
        Self::new(
            "FTS5 pinyin prefix, bm25",
            "CREATE VIRTUAL TABLE t USING fts5(line, content='', prefix='1 2 3 4')",
            "INSERT INTO t (rowid, line) VALUES (?1, ?2)",
            rows,
            |key| {
                let asked: Vec<String> = words(key)
                    .map(|w| match w.is_ascii() {
                        true => format!("\"{w}\"*"),
                        false => format!("\"{}\"", spaced(w).trim()),
                    })
                    .collect();
                let question = "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rank";
                Some((limited(question), vec![asked.join(" ")]))
            },
        )
    }

    pub(crate) fn ranges(people: &Lines) -> rusqlite::Result<Self> {
        let rows = (0..people.lines.len() as u32).map(|at| {
            let p = people.fields(at);
            let back = |text: &str| text.chars().rev().collect::<String>();
            let own = [
                p.name,
                p.pinyin,
                p.initials,
                p.id,
                p.phone,
                p.birth(),
                p.town,
                p.village,
            ];
            let mut row: Vec<String> = own.map(str::to_owned).to_vec();
            row.extend([
                back(p.id),
                back(p.phone),
                p.wishes.to_owned(),
                p.wishes_pinyin.to_owned(),
            ]);
            row
        });
        let columns = [
            "name",
            "pinyin",
            "initials",
            "id_number",
            "phone",
            "birth",
            "town",
            "village",
            "id_back",
            "phone_back",
            "wishes",
            "wishes_pinyin",
        ];
        let indexes: String = columns
            .iter()
            .map(|c| format!("CREATE INDEX by_{c} ON t ({c});"))
            .collect();
        let schema = format!(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, {});{AFTER}{indexes}",
            columns.join(", ")
        );
        let places: Vec<String> = (1..=columns.len() + 1).map(|n| format!("?{n}")).collect();
        let insert = format!("INSERT INTO t VALUES ({})", places.join(", "));
        Self::new("b-tree ranges", &schema, &insert, rows, |key| {
            let own: &[&str] = match key.chars().next()? {
                '0'..='9' => &["id_number", "phone", "birth"],
                c if c.is_ascii() => &["pinyin", "initials", "wishes_pinyin"],
                _ => &["name", "town", "village", "wishes"],
            };
            let range = |column: &str, place: usize| {
                let rows = "SELECT id FROM t INDEXED BY";
                let to = format!("?{place} || char(1114111)");
                let holds = format!("{column} >= ?{place} AND {column} < {to}");
                format!("SELECT * FROM ({rows} by_{column} WHERE {holds} LIMIT {SHOWN})")
            };
            let mut parts: Vec<String> = own.iter().map(|column| range(column, 1)).collect();
            let mut places = vec![key.to_owned()];
            if own[0] == "id_number" {
                parts.extend(["id_back", "phone_back"].map(|column| range(column, 2)));
                places.push(key.chars().rev().collect());
            }
            Some((limited(&parts.join(" UNION ")), places))
        })
    }
}
