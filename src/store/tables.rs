//! Every state table, in an order in which each stands after those it refers to.

use super::row::Table;
use super::{contacts, courses, drafts, enterprises, ledger, operators, people, vacancies, views};
use std::sync::OnceLock;

/// All of them.
pub(super) fn all() -> &'static [&'static Table] {
    static ALL: OnceLock<Vec<&'static Table>> = OnceLock::new();
    ALL.get_or_init(|| {
        let ledgers = ledger::tables().iter().copied();
        // Firms stand in both lists.
        let ledgers = ledgers.filter(|table| !FIXED.contains(table));
        FIXED.iter().copied().chain(ledgers).collect()
    })
}

/// Those that are described here.
static FIXED: &[&Table] = &[
    &operators::STATION,
    &operators::OPERATOR,
    &people::PERSON,
    &people::PERSON_GROUP,
    &enterprises::ENTERPRISE,
    &courses::COURSE,
    &vacancies::VACANCY,
    &contacts::CONTACT,
    &contacts::RECOMMENDATION,
    &drafts::DRAFT,
    &views::SAVED_VIEW,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrations;
    use rusqlite::Connection;
    use std::collections::BTreeSet;

    #[test]
    fn the_descriptions_are_the_schema() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrations::upgrade(&mut conn, |_| Ok(())).unwrap();
        let names = |sql: &str| -> BTreeSet<String> {
            conn.prepare(sql)
                .unwrap()
                .query_map([], |r| r.get(0))
                .unwrap()
                .map(|row| row.unwrap())
                .collect()
        };
        for table in all() {
            let mut described: BTreeSet<String> =
                table.columns.iter().map(|c| c.name.to_owned()).collect();
            described.extend(["id".to_owned(), "uid".to_owned()]);
            let real = names(&format!(
                "SELECT name FROM pragma_table_info('{}')",
                table.name
            ));
            assert_eq!(described, real, "{}", table.name);
            assert_eq!(table.columns[table.void()].name, "void");
        }
        let mut known: BTreeSet<String> = all().iter().map(|t| t.name.to_owned()).collect();
        known.extend(["meta", "latest", "journal", "payload"].map(str::to_owned));
        assert_eq!(
            known,
            names("SELECT name FROM sqlite_schema WHERE type = 'table'")
        );
    }
}
