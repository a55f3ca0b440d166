//! One word of the box held against one segment: the rows it finds, and the reason in a row.

use super::{
    Index,
    columns::Row,
    digits::Digits,
    heard,
    lot::Lot,
    pattern::Pattern,
    rank::{self, Depth},
    scope::{group_bits, term_kinds},
    segment::{NO_TERM, Segment},
    signs::Code,
    slip,
    terms::{TermKind, TermRanks},
};
use crate::domain::hit::{HitBy, HitField, HitMatch};
use crate::matching::{
    lexicon::Lexicon,
    query::{DatePart, Scope, Scoped, Word},
};

/// Fewer letters and digits say nothing of a reference.
const SHORTEST_REFERENCE: usize = 2;

/// A word with what the dictionaries of a segment say of it.
pub(super) struct Asked {
    word: Word,
    scope: Scope,
    /// Whether the insides of names, and the places and wishes, were asked.
    far: bool,
    /// True where those are meant who do not have it.
    pub(super) not: bool,
    pattern: Pattern,
    typed: Option<Vec<u8>>,
    digits: Option<Digits>,
    date: Option<DatePart>,
    pub(super) terms: TermRanks,
    groups: u64,
    /// As it may stand in a reference.
    reference: String,
    depth: Depth,
}

/// Why a row was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reason {
    pub(super) rank: u8,
    field: HitField,
    by: HitBy,
    from: usize,
    to: usize,
    /// The term, and where it begins in its field.
    term: Option<(u32, usize)>,
}

impl Reason {
    fn new(rank: u8, field: HitField, by: HitBy, from: usize, to: usize) -> Self {
        Self {
            rank,
            field,
            by,
            from,
            to,
            term: None,
        }
    }
}

impl Asked {
    /// Asks the beginnings of names and numbers; [`Self::go_far`] asks the rest.
    pub(super) fn new(index: &Index, segment: &Segment, scoped: &Scoped, depth: Depth) -> Self {
        let scope = scoped.scope;
        let mut asked = Self {
            word: scoped.word.clone(),
            scope,
            far: false,
            not: scoped.not,
            pattern: Pattern::default(),
            typed: None,
            digits: None,
            date: None,
            terms: TermRanks::default(),
            groups: 0,
            reference: String::new(),
            depth,
        };
        match &scoped.word {
            Word::Text(chars) => {
                asked.pattern = Pattern::new(&index.lexicon, &segment.signs, chars, depth);
                if depth == Depth::Slip && scope.has_names() {
                    asked.typed = slip::letters(chars);
                }
            }
            Word::Digits(text) => {
                asked.digits = Digits::read(text, depth).filter(|_| scope == Scope::Any);
                if scope.has_groups() {
                    asked.groups = group_bits(text);
                }
            }
            Word::Date(date) => asked.date = Some(*date),
            Word::Reference(_) => {}
        }
        if scope == Scope::Any {
            asked.reference = match &scoped.word {
                Word::Text(chars) if chars.iter().all(char::is_ascii) => chars.iter().collect(),
                Word::Digits(text) | Word::Reference(text) => text.clone(),
                _ => String::new(),
            };
            asked.reference.retain(char::is_alphanumeric);
        }
        asked
    }

    /// Asks the insides of names, the places and the wishes too.
    pub(super) fn go_far(&mut self, index: &Index, segment: &Segment) {
        if self.far {
            return;
        }
        self.far = true;
        let Word::Text(chars) = &self.word else {
            return;
        };
        let text: String = chars.iter().collect();
        let kinds = term_kinds(self.scope);
        if kinds != 0 {
            segment.terms.find(&self.pattern, kinds, &mut self.terms);
        }
        if chars.len() < 2 || self.pattern.has_letters() {
            return;
        }
        // Who holds a certificate may wish for other work.
        let works = match self.scope {
            Scope::Cert => TermKind::Cert.bit(),
            _ => kinds & TermKind::Wish.bit(),
        };
        if works != 0
            && let Some(occupations) = index.occupations.as_deref()
            && let Some(work) = occupations.named(&text)
        {
            for term in segment.terms.of_work(segment.work(work)) {
                if segment.terms.kind(term).bit() & works != 0 {
                    self.terms.add(segment.terms.len(), term, rank::FAR);
                }
            }
        }
        if self.scope.has_groups() {
            self.groups = group_bits(&text);
        }
    }

    /// The rows in which the word is found, by rank.
    pub(super) fn rows<'a>(&self, index: &Index, segment: &'a Segment) -> Lot<'a> {
        let mut lot = Lot::default();
        if self.scope.has_names() {
            segment.names.find(&self.pattern, &mut lot);
            if self.far {
                segment.names.find_inside(&self.pattern, &mut lot);
            }
            if let Some(typed) = &self.typed {
                slip::find(
                    &segment.names,
                    &segment.signs,
                    &index.lexicon,
                    typed,
                    &mut lot,
                );
            }
        }
        if let Some(digits) = &self.digits {
            segment
                .numbers
                .find(&segment.columns, digits, self.depth, &mut lot);
        }
        if self.date.is_some() {
            segment.numbers.born(
                &segment.columns,
                |day| self.holds(day),
                rank::NUMBER,
                &mut lot,
            );
        }
        self.by_reference(segment, &mut lot);
        for term in &self.terms.found {
            let rank = self.terms.rank(*term);
            if TermKind::PLACES.contains(&segment.terms.kind(*term)) {
                for place in segment.term_places.get(*term) {
                    lot.sort(rank, segment.place_rows.get(*place));
                }
            } else {
                lot.sort(rank, segment.word_rows.get(*term));
            }
        }
        if self.groups != 0 {
            for (number, set) in (0u32..).zip(segment.columns.group_sets()) {
                if set & self.groups != 0 {
                    lot.sort(rank::FAR, segment.group_rows.get(number));
                }
            }
        }
        lot.order();
        lot
    }

    /// Whether every field is asked that can hold the word.
    pub(super) fn asks_all(&self) -> bool {
        self.scope == Scope::Any
    }

    fn holds(&self, day: u32) -> bool {
        day != 0 && self.date.is_some_and(|d| d.holds(day))
    }

    /// Rows stand in the order of references.
    fn by_reference(&self, segment: &Segment, lot: &mut Lot<'_>) {
        let head = self.reference.as_str();
        if head.len() < SHORTEST_REFERENCE {
            return;
        }
        let references = &segment.columns.references;
        let cut = |row: Row| {
            let text = references.get(row).as_bytes();
            &text[..text.len().min(head.len())]
        };
        let point = |before: &dyn Fn(&[u8]) -> bool| {
            let (mut low, mut high) = (0, segment.rows());
            while low < high {
                let middle = low + (high - low) / 2;
                if before(cut(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        let from = point(&|text| text < head.as_bytes());
        let to = point(&|text| text <= head.as_bytes());
        let whole = (from..to)
            .take_while(|r| references.get(*r) == head)
            .count() as Row;
        lot.run(rank::EXACT, from..from + whole);
        lot.run(rank::FAR, from + whole..to);
    }

    /// Why the word is found in a row, if it is; the same answers as [`Self::rows`].
    pub(super) fn reason(&self, index: &Index, segment: &Segment, row: Row) -> Option<Reason> {
        let columns = &segment.columns;
        let mut best: Option<Reason> = None;
        let mut add = |reason: Reason| {
            if best.is_none_or(|b| reason.rank < b.rank) {
                best = Some(reason);
            }
        };
        if self.scope.has_names() && (self.pattern.weight() > 0 || self.typed.is_some()) {
            let codes = segment.names.of(row);
            let codes = codes.as_slice();
            if let Some(f) = self.pattern.in_name(codes) {
                add(Reason::new(f.rank, HitField::Name, f.by, f.from, f.to));
            } else if let Some(typed) = &self.typed
                && slip::is_in(&segment.signs, &index.lexicon, codes, typed)
            {
                add(Reason::new(
                    rank::SLIP,
                    HitField::Name,
                    HitBy::Typo,
                    0,
                    codes.len(),
                ));
            }
        }
        if !self.terms.found.is_empty() {
            let places = segment.place_of(row).map(|term| (term, 0));
            let words = columns.words_of(row).iter().map(|w| (w.term(), w.at()));
            for (term, at) in places.into_iter().chain(words) {
                let rank = if term == NO_TERM {
                    rank::NONE
                } else {
                    self.terms.rank(term)
                };
                if rank != rank::NONE {
                    let field = segment.terms.kind(term).field();
                    let mut reason = Reason::new(rank, field, HitBy::Infix, 0, 0);
                    reason.term = Some((term, at));
                    add(reason);
                }
            }
        }
        if columns.groups(row) & self.groups != 0 {
            add(Reason::new(rank::FAR, HitField::Group, HitBy::Infix, 0, 0));
        }
        if self.reference.len() >= SHORTEST_REFERENCE {
            let (own, typed) = (columns.references.get(row), self.reference.as_str());
            if own.starts_with(typed) {
                let (rank, by) = if own == typed {
                    (rank::EXACT, HitBy::Exact)
                } else {
                    (rank::FAR, HitBy::Prefix)
                };
                let length = typed.chars().count();
                add(Reason::new(rank, HitField::Reference, by, 0, length));
            }
        }
        if let Some(digits) = &self.digits
            && let Some(hit) = digits.in_row(columns, row, self.depth)
        {
            add(Reason::new(hit.rank, hit.field, hit.by, hit.from, hit.to));
        }
        if self.holds(columns.birth(row)) {
            let whole = self.date.is_some_and(DatePart::is_whole);
            let by = if whole { HitBy::Exact } else { HitBy::Infix };
            add(Reason::new(rank::NUMBER, HitField::BirthDate, by, 0, 0));
        }
        best
    }

    /// A reason as it is shown.
    pub(super) fn shown(
        &self,
        lexicon: &Lexicon,
        segment: &Segment,
        row: Row,
        reason: Reason,
    ) -> HitMatch {
        let mut by = reason.by;
        let mut heard = None;
        let pair = |codes: &[Code]| match &self.word {
            Word::Text(word) => heard::pair(lexicon, &segment.signs, (&self.pattern, word), codes),
            _ => None,
        };
        let mut spans = vec![(reason.from, reason.to)];
        if let Some((term, at)) = reason.term {
            let codes = segment.terms.codes(term);
            if let Some(f) = self.pattern.in_term(codes) {
                by = f.by;
                heard = pair(&codes[f.from..f.to]);
                spans = vec![(at + f.from, at + f.to)];
            } else {
                by = HitBy::SameWork;
                spans = vec![(at, at + codes.len())];
            }
        } else if reason.field == HitField::Name && reason.to > 0 {
            let from = segment.name_place(row, reason.from);
            let codes = segment.names.of(row);
            heard = pair(&codes.as_slice()[reason.from..reason.to]);
            spans = vec![(from, segment.name_place(row, reason.to - 1) + 1)];
        }
        spans.retain(|(from, to)| from < to);
        HitMatch {
            field: reason.field,
            by,
            spans,
            heard,
        }
    }
}
