//! The shipped tables, parsed once for the tests of this layer.

use super::{
    lexicon::{Lexicon, LexiconSources},
    occupation::{OccupationSources, Occupations},
};
use std::sync::{Arc, OnceLock};

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../seed-data/codes/", $name))
    };
}

pub(super) const DIVISIONS: &str = table!("divisions-guangdong.tsv");

pub(super) fn lexicon() -> Arc<Lexicon> {
    static LEXICON: OnceLock<Arc<Lexicon>> = OnceLock::new();
    let parse = || {
        let lexicon = Lexicon::parse(LexiconSources {
            hanzi_pinyin: table!("hanzi-pinyin.tsv"),
            surname_readings: table!("surname-readings.tsv"),
            traditional_simplified: table!("traditional-simplified.tsv"),
            fuzzy_pinyin: table!("fuzzy-pinyin.tsv"),
        });
        Arc::new(lexicon.with_look_alikes(table!("look-alikes.tsv")))
    };
    Arc::clone(LEXICON.get_or_init(parse))
}

pub(super) fn occupations() -> Arc<Occupations> {
    static OCCUPATIONS: OnceLock<Arc<Occupations>> = OnceLock::new();
    let parse = || {
        let sources = OccupationSources {
            occupations: table!("occupations.tsv"),
            aliases: table!("occupation-aliases.tsv"),
            jobads: table!("occupation-aliases-jobads.tsv"),
        };
        Arc::new(Occupations::parse(sources, lexicon()))
    };
    Arc::clone(OCCUPATIONS.get_or_init(parse))
}
