//! The way of a pattern down the tree of names.

use super::{
    lot::Lot,
    names::{IN_KEY, Names, code_at},
    pattern::Pattern,
    rank::{self, Path},
    signs::Code,
};
use std::ops::Range;

impl Names {
    /// The names in which a pattern is found from the first sign on.
    pub(super) fn find<'a>(&'a self, pattern: &Pattern, lot: &mut Lot<'a>) {
        let mut visit = Visit {
            names: self,
            pattern,
            lot,
            inside: false,
        };
        for s in pattern.steps(0) {
            let path = Path::default().then(s);
            for first in s.lo..s.hi.min(self.firsts().end) {
                let pairs = self.pairs(first);
                if pairs.is_empty() {
                } else if pattern.ends_at(s.next) {
                    if self.second(pairs.start) == 0 && path.asks_for_the_end() {
                        let alone = self.rows(self.names(pairs.start..pairs.start + 1));
                        visit.lot.loosen(path.rank(false, true), alone);
                    }
                    if !path.is_too_faint(false, false) {
                        let rows = self.first_rows.get(u32::from(first));
                        visit.lot.sort(path.rank(false, false), rows);
                    }
                } else {
                    visit.second(pairs, s.next, path);
                }
            }
        }
    }

    /// The names in which a pattern is found from a later sign on.
    pub(super) fn find_inside<'a>(&'a self, pattern: &Pattern, lot: &mut Lot<'a>) {
        if !pattern.may_be_inside() {
            return;
        }
        let mut further = false;
        for s in pattern.steps(0) {
            let path = Path::default().then(s);
            if pattern.ends_at(s.next)
                && pattern.fits_inside(path)
                && !path.is_too_faint(true, false)
            {
                let rank = path.rank(true, false);
                for code in s.lo..s.hi {
                    lot.sort(rank, self.later_rows.get(u32::from(code)));
                }
            }
            further |= !pattern.ends_at(s.next);
        }
        if !further {
            return;
        }
        let mut visit = Visit {
            names: self,
            pattern,
            lot,
            inside: true,
        };
        for first in self.firsts() {
            let pairs = self.pairs(first);
            if !pairs.is_empty() {
                visit.second(pairs, 0, Path::default());
            }
        }
        for name in &self.many {
            visit.deep(*name, 2, 0, Path::default());
        }
    }
}

struct Visit<'v, 'a> {
    names: &'a Names,
    pattern: &'v Pattern,
    lot: &'v mut Lot<'a>,
    inside: bool,
}

impl<'a> Visit<'_, 'a> {
    fn takes(&self, path: Path) -> bool {
        !self.inside || self.pattern.fits_inside(path)
    }

    fn emit(&mut self, names: Range<u32>, path: Path, ends: bool) {
        if !path.is_too_faint(self.inside, ends) {
            let rows = self.names.rows(names);
            self.lot.loosen(path.rank(self.inside, ends), rows);
        }
    }

    fn second(&mut self, pairs: Range<usize>, place: u8, path: Path) {
        let seconds = &self.names.seconds[pairs.clone()];
        let pattern = self.pattern;
        for s in pattern.steps(place) {
            let point = |code: Code| pairs.start + seconds.partition_point(|c| *c < code);
            let found = point(s.lo)..point(s.hi);
            let path = path.then(s);
            if found.is_empty() || !self.takes(path) {
                continue;
            }
            if !pattern.ends_at(s.next) {
                for pair in found {
                    self.third(self.names.names(pair..pair + 1), 2, s.next, path);
                }
            } else if !self.inside && path.asks_for_the_end() {
                for pair in found {
                    self.split(self.names.names(pair..pair + 1), 2, path);
                }
            } else {
                self.emit(self.names.names(found), path, false);
            }
        }
    }

    fn third(&mut self, names: Range<u32>, depth: usize, place: u8, path: Path) {
        let pattern = self.pattern;
        if depth == IN_KEY {
            for name in names {
                if self.names.long.contains_key(&name) {
                    self.deep(name, depth, place, path);
                }
            }
            return;
        }
        let keys = &self.names.keys[names.start as usize..names.end as usize];
        for s in pattern.steps(place) {
            let point = |code: Code| {
                names.start + keys.partition_point(|k| code_at(*k, depth) < code) as u32
            };
            let found = point(s.lo)..point(s.hi);
            let path = path.then(s);
            if found.is_empty() || !self.takes(path) {
                continue;
            }
            let ended = pattern.ends_at(s.next);
            if ended && (self.inside || !path.asks_for_the_end()) {
                self.emit(found, path, false);
                continue;
            }
            let mut rest = found;
            while !rest.is_empty() {
                let code = code_at(self.names.keys[rest.start as usize], depth);
                let keys = &self.names.keys[rest.start as usize..rest.end as usize];
                let end = rest.start + keys.partition_point(|k| code_at(*k, depth) == code) as u32;
                if ended {
                    self.split(rest.start..end, depth + 1, path);
                } else {
                    self.third(rest.start..end, depth + 1, s.next, path);
                }
                rest.start = end;
            }
        }
    }

    /// Names that share their signs up to a depth: the one that ends there, and those that go on.
    fn split(&mut self, names: Range<u32>, depth: usize, path: Path) {
        let first = names.start;
        let ends = self.names.codes(first).len() == depth;
        if ends {
            self.emit(first..first + 1, path, true);
        }
        if names.len() > usize::from(ends) {
            self.emit(first + u32::from(ends)..names.end, path, false);
        }
    }

    /// One name, sign by sign.
    fn deep(&mut self, name: u32, depth: usize, place: u8, path: Path) {
        let codes = self.names.codes(name);
        let mut best = rank::NONE;
        let starts = if self.inside && place == 0 {
            depth..codes.len()
        } else {
            depth..depth + 1
        };
        for from in starts {
            self.pattern
                .walk(codes.as_slice(), from, place, path, &mut |to, path| {
                    let ends = to == codes.len();
                    if self.takes(path) && !path.is_too_faint(self.inside, ends) {
                        best = best.min(path.rank(self.inside, ends));
                    }
                });
        }
        if best != rank::NONE {
            self.lot.loosen(best, self.names.rows(name..name + 1));
        }
    }
}
