//! The way of a pattern down the tree of names.

use super::{
    lot::Lot,
    names::{IN_KEY, Names, code_at},
    pattern::{Pattern, Step},
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
                    let mut rest = pairs;
                    if self.second(rest.start) == 0 && path.asks_for_the_end() {
                        visit.emit(self.names(rest.start..rest.start + 1), path, true);
                        rest.start += 1;
                    }
                    visit.emit(self.names(rest), path, false);
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
        let mut visit = Visit {
            names: self,
            pattern,
            lot,
            inside: true,
        };
        let mut further = false;
        for s in pattern.steps(0) {
            let path = Path::default().then(s);
            if !pattern.fits_inside(path) {
                continue;
            }
            if !pattern.ends_at(s.next) {
                further = true;
                for tail in self.tails(s.lo, s.hi) {
                    for s in pattern.steps_of(s.next, self.thirds[tail]) {
                        for name in self.tail_names.get(tail as u32) {
                            visit.same(*name..*name + 1, 2, s, path);
                        }
                    }
                }
                for name in self.by_third.span(u32::from(s.lo), u32::from(s.hi)) {
                    visit.deep(*name, 3, s.next, path);
                }
            } else if !path.is_too_faint(true, false) {
                let rank = path.rank(true, false);
                for code in s.lo..s.hi {
                    visit.lot.sort(rank, self.later_rows.get(u32::from(code)));
                }
            }
        }
        if further {
            for name in self.long.keys() {
                visit.deep(*name, 3, 0, Path::default());
            }
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
        let pattern = self.pattern;
        let steps = pattern.steps(place);
        // Few pairs are asked for their steps, many steps for their pairs.
        if pairs.len() < steps.len() * 4 {
            for pair in pairs {
                for s in pattern.steps_of(place, self.names.second(pair)) {
                    self.pairs(pair..pair + 1, s, path);
                }
            }
            return;
        }
        let seconds = &self.names.seconds[pairs.clone()];
        for s in steps {
            let point = |code: Code| pairs.start + seconds.partition_point(|c| *c < code);
            self.pairs(point(s.lo)..point(s.hi), s, path);
        }
    }

    /// Pairs that a step takes.
    fn pairs(&mut self, pairs: Range<usize>, step: &Step, path: Path) {
        let path = path.then(step);
        if pairs.is_empty() || !self.takes(path) {
        } else if !self.pattern.ends_at(step.next) {
            for pair in pairs {
                self.third(self.names.names(pair..pair + 1), 2, step.next, path);
            }
        } else if !self.inside && path.asks_for_the_end() {
            for pair in pairs {
                self.split(self.names.names(pair..pair + 1), 2, path);
            }
        } else {
            self.emit(self.names.names(pairs), path, false);
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
        let keys = |range: &Range<u32>| &self.names.keys[range.start as usize..range.end as usize];
        let point = |range: &Range<u32>, code: Code| {
            range.start + keys(range).partition_point(|k| code_at(*k, depth) < code) as u32
        };
        let steps = pattern.steps(place);
        // Few names are asked for their steps, many steps for their names.
        if names.len() < steps.len() * 4 {
            let mut rest = names;
            while !rest.is_empty() {
                let code = code_at(self.names.keys[rest.start as usize], depth);
                let mut end = rest.start + 1;
                while end < rest.end && code_at(self.names.keys[end as usize], depth) == code {
                    end += 1;
                }
                for s in pattern.steps_of(place, code) {
                    self.same(rest.start..end, depth, s, path);
                }
                rest.start = end;
            }
            return;
        }
        for s in steps {
            let mut rest = point(&names, s.lo)..point(&names, s.hi);
            if pattern.ends_at(s.next) && (self.inside || !path.then(s).asks_for_the_end()) {
                if !rest.is_empty() && self.takes(path.then(s)) {
                    self.emit(rest, path.then(s), false);
                }
                continue;
            }
            while !rest.is_empty() {
                let code = code_at(self.names.keys[rest.start as usize], depth);
                let end = point(&rest, code + 1);
                self.same(rest.start..end, depth, s, path);
                rest.start = end;
            }
        }
    }

    /// Names that share their signs up to a depth and one more, which a step takes.
    fn same(&mut self, names: Range<u32>, depth: usize, step: &Step, path: Path) {
        let path = path.then(step);
        if !self.takes(path) {
        } else if !self.pattern.ends_at(step.next) {
            self.third(names, depth + 1, step.next, path);
        } else if self.inside || !path.asks_for_the_end() {
            self.emit(names, path, false);
        } else {
            self.split(names, depth + 1, path);
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
