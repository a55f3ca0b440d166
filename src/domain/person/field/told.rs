//! What the history tells of a field: raw as the journal keeps it, and in words.

use super::{PersonField, group_words, masked_number, yes_no};
use crate::{
    domain::{
        group::Membership,
        id_number::IdNumber,
        person::{
            DisabilityKind, DisabilityLevel, HukouKind, PersonState, RemoteNeed, RetireCategory,
            SchoolingState, Sex, SkillLevel,
        },
        phone::Phone,
    },
    text::Lang,
};

/// What an entry of the history tells of a field, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Nothing stood there.
    Nothing,
    /// A text, or the code of a closed list.
    Text(String),
    /// A membership of a group.
    Group(Membership),
}

impl PersonField {
    /// What an entry of the history tells, in words.
    pub fn told(self, told: &Told, lang: Lang) -> String {
        let raw = match told {
            Told::Nothing => return String::new(),
            Told::Group(membership) => return group_words(membership, lang),
            Told::Text(raw) => raw.as_str(),
        };
        let code =
            |label: Option<&'static str>| label.map_or_else(|| raw.to_owned(), str::to_owned);
        match self {
            Self::Sex => code(Sex::parse(raw).map(|v| v.label(lang))),
            Self::HukouKind => code(HukouKind::parse(raw).map(|v| v.label(lang))),
            Self::SchoolingState => code(SchoolingState::parse(raw).map(|v| v.label(lang))),
            Self::DisabilityKind => code(DisabilityKind::parse(raw).map(|v| v.label(lang))),
            Self::DisabilityLevel => code(DisabilityLevel::parse(raw).map(|v| v.label(lang))),
            Self::SkillLevel => code(SkillLevel::parse(raw).map(|v| v.label(lang))),
            Self::RetireCategory => code(RetireCategory::parse(raw).map(|v| v.label(lang))),
            Self::State => code(PersonState::parse(raw).map(|v| v.label(lang))),
            Self::IdNumber => IdNumber::parse(raw).map_or_else(|_| raw.to_owned(), |n| n.masked()),
            Self::DoubtfulId | Self::DisabilityCert => masked_number(raw),
            Self::Phone | Self::Phone2 => {
                Phone::parse(raw).map_or_else(|| raw.to_owned(), |phone| phone.masked())
            }
            Self::InSchool
            | Self::UrbanUnempReg
            | Self::HighCraft
            | Self::SubsidyEligible
            | Self::KeepFromFamily
            | Self::DoNotContact => yes_no(lang, raw == "1"),
            Self::RemoteNeeds => {
                let needs = raw.split(',').filter_map(RemoteNeed::parse);
                needs
                    .map(|need| need.label(lang))
                    .collect::<Vec<_>>()
                    .join(lang.comma())
            }
            _ => raw.to_owned(),
        }
    }
}
