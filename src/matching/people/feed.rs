//! Laying out a whole register: what many people share is folded and numbered once, and nothing is
//! allocated for a person that does not stay.
//!
//! Absent on purpose: what becomes of it (`segment`). The result is that of folding every record by
//! itself.

use super::{
    Index,
    columns::{Columns, Fields, Numberings, TermAt, birth_key, status_key},
    digits::{id_key, phone_key},
    segment::{Laying, Segment},
    terms::TermKind,
};
use crate::domain::{
    ids::PersonId,
    searched::{Searched, SearchedText as Text},
};
use crate::matching::{lexicon::Lexicon, occupation::Occupations};
use crate::text::fold::is_invisible;
use std::{collections::HashMap, sync::Arc};

impl Index {
    /// Lays out everybody whom `feed` hands over, each person once.
    pub fn lay_out_all(
        lexicon: Arc<Lexicon>,
        occupations: Option<Arc<Occupations>>,
        feed: impl FnOnce(&mut dyn FnMut(PersonId, &Searched<'_>)),
    ) -> Self {
        let mut coming = Coming::new(&lexicon);
        feed(&mut |id, person| coming.push(id, person));
        let whole = coming.finish(occupations.as_deref());
        Self::of(lexicon, occupations, whole)
    }
}

/// People coming in.
struct Coming<'l> {
    lexicon: &'l Lexicon,
    laying: Laying,
    columns: Columns,
    numberings: Numberings,
    /// What was read once, by the text as it is written.
    places: HashMap<Box<str>, (u32, [String; 4])>,
    wishes: HashMap<Box<str>, Box<[TermAt]>>,
    certs: HashMap<Box<str>, Box<[TermAt]>>,
    workers: HashMap<Box<str>, String>,
    /// Taken up anew for each person.
    fields: Fields,
    words: Vec<TermAt>,
    text: String,
}

impl<'l> Coming<'l> {
    fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            laying: Laying::default(),
            columns: Columns::default(),
            numberings: Numberings::default(),
            places: HashMap::new(),
            wishes: HashMap::new(),
            certs: HashMap::new(),
            workers: HashMap::new(),
            fields: Fields::default(),
            words: Vec::new(),
            text: String::new(),
        }
    }

    fn finish(mut self, occupations: Option<&Occupations>) -> Segment {
        self.columns.finish(self.numberings);
        self.laying.finish(self.lexicon, occupations, self.columns)
    }

    fn push(&mut self, id: PersonId, person: &Searched<'_>) {
        let lexicon = self.lexicon;
        let text = |which: Text| person.text(which);
        self.words.clear();
        let parts = [Text::City, Text::County, Text::Town, Text::Village].map(text);
        self.text.clear();
        for part in parts {
            self.text.push_str(part);
            self.text.push('\0');
        }
        if !self.places.contains_key(self.text.as_str()) {
            let folded = parts.map(|part| lexicon.fold(part));
            let number = self.laying.place(&folded);
            self.places
                .insert(self.text.as_str().into(), (number, folded));
        }
        let (place, folded) = match self.places.get(self.text.as_str()) {
            Some((number, folded)) => (*number, folded),
            None => return,
        };
        let laying = &mut self.laying;
        for (kind, known, written) in [
            (TermKind::Wish, &mut self.wishes, text(Text::Wishes)),
            (TermKind::Cert, &mut self.certs, text(Text::Certs)),
        ] {
            if written.is_empty() {
                continue;
            }
            if !known.contains_key(written) {
                let mut read = Vec::new();
                for one in written.split('\0') {
                    fold_into(lexicon, one, &mut self.text);
                    runs(&self.text, char::is_alphanumeric, |at, word| {
                        read.push(TermAt::new(laying.term(kind, word), at));
                    });
                }
                known.insert(written.into(), read.into());
            }
            self.words.extend(known.get(written).into_iter().flatten());
        }
        let address = text(Text::Address);
        if !address.is_empty() {
            fold_into(lexicon, address, &mut self.text);
            let words = &mut self.words;
            runs(&self.text, char::is_alphabetic, |at, word| {
                let known = folded.iter().any(|place| place.contains(word));
                if !known && word.chars().nth(2).is_some() {
                    words.push(TermAt::new(laying.term(TermKind::Address, word), at));
                }
            });
        }
        let fields = &mut self.fields;
        fold_into(lexicon, text(Text::Name), &mut fields.name);
        laying.name(lexicon, &fields.name);
        fold_into(lexicon, text(Text::Reference), &mut fields.reference);
        fields.reference.retain(char::is_alphanumeric);
        let worker = text(Text::Worker);
        match self.workers.get(worker) {
            Some(folded) => fields.worker.clone_from(folded),
            None => {
                fields.worker = lexicon.fold(worker);
                self.workers.insert(worker.into(), fields.worker.clone());
            }
        }
        let phone = |digits: &str| (!digits.is_empty()).then(|| phone_key(digits));
        fields.id_number = person.id_number.map_or(0, |n| id_key(n.as_str()));
        fields.phones = [Text::Phone, Text::Phone2].map(|which| phone(text(which)).unwrap_or(0));
        fields.birth = person.birth_date.map_or(0, birth_key);
        fields.groups = person.groups;
        fields.status = status_key(person.work_status);
        let words = self.words.iter().copied();
        self.columns
            .push(&mut self.numberings, id, fields, place, words);
    }
}

/// [`Lexicon::fold`] into a text that is there already.
fn fold_into(lexicon: &Lexicon, text: &str, into: &mut String) {
    into.clear();
    let seen = text.chars().filter(|c| !is_invisible(*c));
    into.extend(seen.map(|c| lexicon.fold_char(c)));
}

/// The runs of characters of one sort, each with the character at which it begins.
fn runs<'t>(text: &'t str, of: fn(char) -> bool, mut each: impl FnMut(usize, &'t str)) {
    let mut open: Option<(usize, usize)> = None;
    for (count, (at, c)) in text.char_indices().enumerate() {
        match (of(c), open) {
            (true, None) => open = Some((count, at)),
            (false, Some((first, from))) => {
                each(first, &text[from..at]);
                open = None;
            }
            _ => {}
        }
    }
    if let Some((first, from)) = open {
        each(first, &text[from..]);
    }
}
