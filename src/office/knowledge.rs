//! The shipped tables, read once and only where they are needed: logging a contact from a script
//! should not wait for twenty thousand readings of characters.

use crate::{
    exchange::vocabulary::Vocabulary,
    matching::{
        lexicon::{Lexicon, LexiconSources},
        occupation::{OccupationSources, Occupations},
    },
    seed::tables,
};
use std::sync::{Arc, OnceLock};

/// How characters are read.
pub(super) fn lexicon() -> Arc<Lexicon> {
    static LEXICON: OnceLock<Arc<Lexicon>> = OnceLock::new();
    LEXICON
        .get_or_init(|| {
            let lexicon = Lexicon::parse(LexiconSources {
                hanzi_pinyin: tables::HANZI_PINYIN,
                surname_readings: tables::SURNAME_READINGS,
                traditional_simplified: tables::TRADITIONAL_SIMPLIFIED,
                fuzzy_pinyin: tables::FUZZY_PINYIN,
            });
            Arc::new(lexicon.with_look_alikes(tables::LOOK_ALIKES))
        })
        .clone()
}

/// How wishes are understood.
pub(super) fn occupations() -> Arc<Occupations> {
    static OCCUPATIONS: OnceLock<Arc<Occupations>> = OnceLock::new();
    OCCUPATIONS
        .get_or_init(|| {
            let sources = OccupationSources {
                occupations: tables::OCCUPATIONS,
                aliases: tables::OCCUPATION_ALIASES,
                jobads: tables::OCCUPATION_ALIASES_JOBADS,
            };
            Arc::new(Occupations::parse(sources, lexicon()))
        })
        .clone()
}

/// The words that rosters use.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        Vocabulary::from_tables(
            tables::GROUP_ALIASES,
            tables::SCHOOLING_ALIASES,
            tables::WORK_STATUS_ALIASES,
            tables::TRADITIONAL_SIMPLIFIED,
        )
    })
}

/// The towns and counties that places are read by.
pub(super) fn divisions() -> &'static str {
    tables::DIVISIONS_GUANGDONG
}
