//! Invented people, the same each time: surnames by weight, given names of one or two characters,
//! numbers that nobody has.

use chrono::NaiveDate;
use std::sync::Arc;
use zhipei::domain::{
    group::{Group, Membership},
    id_number::IdNumber,
    ids::{PersonId, uuid_v7},
    person::{PersonRecord, Schooling},
    phone::Phone,
    written::Written,
};
use zhipei::matching::lexicon::{Lexicon, LexiconSources};
use zhipei::matching::occupation::{OccupationSources, Occupations};

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../../seed-data/codes/", $name))
    };
}

pub(crate) const DIVISIONS: &str = table!("divisions-guangdong.tsv");
const SURNAMES: &str = table!("surnames.tsv");
const GIVEN: &str = table!("given-name-chars.tsv");
const ALIASES: &str = table!("occupation-aliases.tsv");

pub(crate) fn lexicon() -> Arc<Lexicon> {
    let lexicon = Lexicon::parse(LexiconSources {
        hanzi_pinyin: table!("hanzi-pinyin.tsv"),
        surname_readings: table!("surname-readings.tsv"),
        traditional_simplified: table!("traditional-simplified.tsv"),
        fuzzy_pinyin: table!("fuzzy-pinyin.tsv"),
    });
    Arc::new(lexicon.with_look_alikes(table!("look-alikes.tsv")))
}

pub(crate) fn occupations(lexicon: &Arc<Lexicon>) -> Arc<Occupations> {
    Arc::new(Occupations::parse(
        OccupationSources {
            occupations: table!("occupations.tsv"),
            aliases: ALIASES,
            jobads: table!("occupation-aliases-jobads.tsv"),
        },
        Arc::clone(lexicon),
    ))
}

/// A small generator of the splitmix family; the same numbers each time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

pub(crate) struct People {
    surnames: Vec<&'static str>,
    given: Vec<char>,
    towns: Vec<&'static str>,
    wishes: Vec<&'static str>,
    dice: Dice,
    next: u64,
}

impl People {
    pub(crate) fn new(seed: u64) -> Self {
        let surnames = SURNAMES.lines().skip(1).flat_map(|l| {
            let f: Vec<&str> = l.split('\t').collect();
            std::iter::repeat_n(f[0], f[3].parse::<usize>().unwrap_or(1).max(1))
        });
        let given = GIVEN
            .lines()
            .skip(1)
            .flat_map(|l| l.split('\t').nth(2).unwrap_or("").chars());
        let towns = DIVISIONS
            .lines()
            .filter(|l| l.contains("\ttown\t"))
            .filter_map(|l| l.split('\t').nth(1));
        let wishes = ALIASES.lines().skip(1).filter_map(|l| l.split('\t').next());
        Self {
            surnames: surnames.collect(),
            given: given.collect(),
            towns: towns.collect(),
            wishes: wishes.collect(),
            dice: Dice(seed),
            next: 0,
        }
    }
}

impl Iterator for People {
    type Item = (PersonId, PersonRecord);

    fn next(&mut self) -> Option<Self::Item> {
        let n = self.next;
        self.next += 1;
        let d = &mut self.dice;
        let mut name = (*d.pick(&self.surnames)).to_owned();
        for _ in 0..if d.below(10) < 2 { 1 } else { 2 } {
            name.push(*d.pick(&self.given));
        }
        let body = format!(
            "4499{:02}{:04}{:02}{:02}{:03}",
            1 + d.below(99),
            1955 + d.below(54),
            1 + d.below(12),
            1 + d.below(28),
            d.below(1000)
        );
        let id_number = IdNumber::from_body(&body).ok();
        let prefix = *d.pick(&["154", "160", "161", "163", "164", "168", "169", "194"]);
        let wish = *d.pick(&self.wishes);
        let wishes = if d.below(3) == 0 {
            format!("{wish}、{}", d.pick(&self.wishes))
        } else {
            wish.to_owned()
        };
        let groups = match d.below(12) {
            0 => vec![Membership::undated(Group::Veteran)],
            1 => vec![Membership::undated(Group::YouthNotInSchool)],
            2 => vec![Membership::undated(Group::Disabled)],
            _ => Vec::new(),
        };
        let schooling = *d.pick(Schooling::ALL);
        // Ten villages a town.
        let town = d.below(self.towns.len());
        let of_all = town * 10 + d.below(10);
        let signs = [of_all, of_all / self.given.len()].map(|n| self.given[n % self.given.len()]);
        let record = PersonRecord {
            reference: format!("R{:07}", n + 1),
            sex: id_number.map(|id| id.sex()),
            birth_date: id_number.map(|id| id.birth_date()),
            id_number,
            phone: Phone::parse(&format!("{prefix}{:08}", d.below(100_000_000))),
            village: format!("{}{}村", signs[0], signs[1]),
            town: self.towns[town].to_owned(),
            schooling: Written::read("", schooling),
            wishes,
            groups,
            name,
            ..PersonRecord::default()
        };
        let id = PersonId(uuid_v7(1_700_000_000_000 + n, [7; 10]));
        Some((id, record))
    }
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap_or_default()
}
