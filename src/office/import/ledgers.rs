//! What the rows of a ledger's sheet are held against.

use super::super::{Moment, Office};
use crate::{
    domain::{
        failure::Failure,
        ids::EntryId,
        ledger::{Entry, Link},
    },
    exchange::{
        ledger::{self, KnownEntries, Resolve, Sheet},
        report::Import,
    },
};
use std::{cell::RefCell, collections::HashMap};
use uuid::Uuid;

/// Looks records up as rows name them; each name once.
struct Books<'a> {
    office: &'a Office,
    words: RefCell<HashMap<(Link, String), Option<Uuid>>>,
}

impl Resolve for Books<'_> {
    fn by_id(&self, target: Link, uid: Uuid) -> Option<Uuid> {
        self.by_words(target, &uid.to_string())
    }

    fn by_words(&self, target: Link, text: &str) -> Option<Uuid> {
        let key = (target, text.to_owned());
        if let Some(known) = self.words.borrow().get(&key) {
            return *known;
        }
        // A record that can't be read now is one that nothing can be said about.
        let found = self.office.link_named(target, text).ok().flatten();
        let uid = found.map(|linked| linked.uid);
        self.words.borrow_mut().insert(key, uid);
        uid
    }
}

pub(super) fn read(
    office: &Office,
    sheet: &Sheet,
    moment: &Moment,
) -> Result<Import<Entry>, Failure> {
    let mut known = KnownEntries::default();
    for entry in office.desk().entries(sheet.kind())? {
        known.insert(&entry);
    }
    let books = Books {
        office,
        words: RefCell::default(),
    };
    let fresh: Vec<Uuid> = {
        let mut desk = office.desk();
        let count = sheet.rows();
        let ids = desk.ids();
        (0..count)
            .map(|_| ids.next(moment.now))
            .collect::<Result<_, _>>()?
    };
    let mut fresh = fresh.into_iter();
    Ok(ledger::read(sheet, &known, &books, moment.today, || {
        EntryId(fresh.next().unwrap_or_default())
    }))
}
