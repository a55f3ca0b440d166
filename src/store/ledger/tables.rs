//! The table of each kind of ledger entry, read from the kind's description.

use crate::domain::ledger::{Field, Holds, Kind as Ledger, Link, kinds};
use crate::store::enterprises::ENTERPRISE;
use crate::store::row::{Column, Kind, Table};
use crate::store::{courses::COURSE, people::PERSON, vacancies::VACANCY};
use std::sync::OnceLock;

/// Columns that every ledger table has before its own fields.
const FIRST: [Column; 2] = [
    Column {
        name: "number",
        kind: Kind::Number,
    },
    Column {
        name: "reference",
        kind: Kind::Text,
    },
];
/// And after them.
const LAST: [Column; 2] = [
    Column {
        name: "extra",
        kind: Kind::Text,
    },
    Column {
        name: "void",
        kind: Kind::Flag,
    },
];

/// The tables of all kinds, each behind those that it refers to. They are made once and live as long
/// as the program, as the other tables do.
pub(in crate::store) fn all() -> &'static [&'static Table] {
    static TABLES: OnceLock<Vec<&'static Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables: Vec<&'static Table> = Vec::with_capacity(kinds::ALL.len());
        for kind in kinds::ALL {
            let table = if kind.code == ENTERPRISE.name {
                &ENTERPRISE
            } else {
                described(kind, &tables)
            };
            tables.push(table);
        }
        tables
    })
}

/// The table of a kind.
pub(in crate::store) fn of(kind: &Ledger) -> Option<&'static Table> {
    all().iter().copied().find(|table| table.name == kind.code)
}

fn described(kind: &Ledger, earlier: &[&'static Table]) -> &'static Table {
    let own = kind.fields.iter().map(|field| Column {
        name: field.name,
        kind: column_kind(field, earlier),
    });
    let columns: Vec<Column> = FIRST.into_iter().chain(own).chain(LAST).collect();
    Box::leak(Box::new(Table {
        name: kind.code,
        columns: Box::leak(columns.into_boxed_slice()),
        sql: OnceLock::new(),
    }))
}

fn column_kind(field: &Field, earlier: &[&'static Table]) -> Kind {
    match field.holds {
        Holds::Text | Holds::Many(_) => Kind::Text,
        Holds::Number(..) | Holds::Yuan | Holds::Flag => Kind::Number,
        Holds::Date | Holds::One(_) => Kind::Maybe,
        Holds::Link(Link::Person) => Kind::Ref(&PERSON),
        Holds::Link(Link::Enterprise) => Kind::Ref(&ENTERPRISE),
        Holds::Link(Link::Course) => Kind::Ref(&COURSE),
        Holds::Link(Link::Vacancy) => Kind::Ref(&VACANCY),
        // A kind that stands before those it leads to is a fault that a test of the kinds finds.
        Holds::Link(Link::Entry(code)) => earlier
            .iter()
            .find(|table| table.name == code)
            .map_or(Kind::Maybe, |table| Kind::Ref(table)),
    }
}
