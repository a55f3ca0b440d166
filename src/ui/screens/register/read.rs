//! The fields as a record. Only what the clerk filled is read: everything
//! else stays as the record has it.

use super::{
    Register,
    fields::{GROUP_LINES, GROUPS, MINDED},
    words,
};
use crate::{
    domain::{
        dates,
        group::LineProblem,
        id_number::{DoubtfulId, IdNumber},
        name,
        person::{
            DisabilityKind, DisabilityLevel, HukouKind, PersonField as F, PersonRecord,
            PersonState, RemoteNeed, RetireCategory, Schooling, SchoolingState, Sex, SkillLevel,
            Wish, WorkStatus,
        },
        phone::Phone,
        written::Written,
    },
    text::{
        Lang,
        fold::{fold_width, squeeze},
    },
};
use chrono::{Datelike, NaiveDate};

/// A field that keeps the form from being saved, and what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gap {
    pub(super) field: &'static str,
    pub(super) words: String,
}

pub(super) fn gap(field: &'static str, words: impl Into<String>) -> Gap {
    Gap {
        field,
        words: words.into(),
    }
}

/// What stands where an id number belongs.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum IdTyped {
    /// Nothing.
    Nothing,
    /// A valid number; `true` where it was written with fifteen digits.
    Valid(IdNumber, bool),
    /// A number that does not check.
    Doubtful(DoubtfulId),
    /// No number at all.
    Strange,
}

/// Reads what was typed, scanned or pasted.
pub(super) fn id_typed(text: &str) -> IdTyped {
    let digits: String = fold_width(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
        .collect::<String>()
        .to_ascii_uppercase();
    if digits.is_empty() {
        return IdTyped::Nothing;
    }
    if let Ok(number) = IdNumber::parse(&digits) {
        return IdTyped::Valid(number, false);
    }
    if let Ok(number) = IdNumber::from_15(&digits) {
        return IdTyped::Valid(number, true);
    }
    let is_number = digits.len() <= 18
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'X')
        && digits.bytes().filter(u8::is_ascii_digit).count() >= 6;
    match DoubtfulId::parse(&digits) {
        Some(doubtful) if is_number => IdTyped::Doubtful(doubtful),
        _ => IdTyped::Strange,
    }
}

/// A day as a form takes it: written out, 今天, or a month where only that is known.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold_width(text);
    let text = folded.trim();
    match text {
        "今天" | "today" => return Some(today),
        "昨天" | "yesterday" => return today.pred_opt(),
        _ => {}
    }
    dates::parse_date(text).or_else(|| {
        let mut numbers = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|n| !n.is_empty());
        let (year, month) = (numbers.next()?, numbers.next()?);
        let whole = numbers.next().is_none() && year.len() == 4 && month.len() <= 2;
        whole.then(|| NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1))?
    })
}

impl Register {
    /// The record as the fields say it.
    ///
    /// # Errors
    /// The first gap, in the order of the fields.
    pub(super) fn record(&self, lang: Lang, today: NaiveDate) -> Result<PersonRecord, Gap> {
        let mut record = self.base.clone();
        for field in &self.form.fields {
            if self.by_hand.contains(field.name) {
                self.read(field.name, &mut record, lang, today)?;
            }
        }
        if let Some(place) = self
            .place
            .as_ref()
            .filter(|place| place.name == record.town)
        {
            record.city.clone_from(&place.city);
            record.county.clone_from(&place.county);
            record.home_division = crate::domain::division::DivisionCode::parse(&place.code);
        }
        Ok(record)
    }

    fn read(
        &self,
        field: &'static str,
        record: &mut PersonRecord,
        lang: Lang,
        today: NaiveDate,
    ) -> Result<(), Gap> {
        let value = self.form.value(field);
        let text = squeeze(&value);
        let digit = value.chars().next();
        let day = || -> Result<Option<NaiveDate>, Gap> {
            if text.is_empty() {
                return Ok(None);
            }
            let read = day(&text, today).ok_or_else(|| gap(field, words::bad_day(lang)))?;
            Ok(Some(read))
        };
        let yes_no = || digit.map(|digit| digit == '1');
        if let Some(at) = GROUP_LINES.iter().position(|name| *name == field) {
            return self.read_group(at, field, &text, record, lang);
        }
        if field == MINDED {
            record.instructions.keep_from_family = value.contains('1');
            record.instructions.do_not_contact = value.contains('2');
            return Ok(());
        }
        if field == GROUPS {
            // More than the form has lines for stay untouched.
            let beyond = self
                .base
                .groups
                .get(GROUP_LINES.len()..)
                .unwrap_or_default();
            record
                .groups
                .retain(|m| self.groups.contains(m) || beyond.contains(m));
            return Ok(());
        }
        let Some(known) = F::ALL.iter().copied().find(|known| known.code() == field) else {
            return Ok(());
        };
        match known {
            F::IdNumber => return self.read_id(record, lang),
            F::Name => {
                record.name =
                    name::tidy(&value).ok_or_else(|| gap(field, words::bad_name(lang)))?;
            }
            F::Sex => record.sex = digit.and_then(Sex::from_digit),
            F::BirthDate => record.birth_date = day()?,
            F::Phone | F::Phone2 => {
                let phone = self
                    .phone(known, &text)
                    .map_err(|()| gap(field, words::bad_phone(lang)))?;
                match known {
                    F::Phone => record.phone = phone,
                    _ => record.phone2 = phone,
                }
            }
            F::HukouKind => record.hukou_kind = digit.and_then(HukouKind::from_digit),
            F::Schooling => {
                record.schooling =
                    chosen(digit.and_then(Schooling::from_digit), |v| v.label(Lang::Zh));
            }
            F::SchoolingState => {
                record.schooling_state = digit.and_then(SchoolingState::from_digit);
            }
            F::WorkStatus => {
                record.work_status = chosen(digit.and_then(WorkStatus::from_digit), |v| {
                    v.label(Lang::Zh)
                });
            }
            F::TrainingWish => {
                record.training_wish =
                    chosen(digit.and_then(Wish::from_digit), |v| v.label(Lang::Zh));
            }
            F::SkillLevel => record.skill_level = digit.and_then(SkillLevel::from_digit),
            F::DisabilityKind => {
                record.disability_kind = digit.and_then(DisabilityKind::from_digit);
            }
            F::DisabilityLevel => {
                record.disability_level = digit.and_then(DisabilityLevel::from_digit);
            }
            F::RetireCategory => {
                record.retire_category = digit.and_then(RetireCategory::from_digit);
            }
            F::State => record.state = digit.and_then(PersonState::from_digit),
            F::InSchool => record.in_school = yes_no(),
            F::UrbanUnempReg => record.urban_unemp_reg = yes_no(),
            F::HighCraft => record.high_craft = yes_no(),
            F::SubsidyEligible => record.subsidy.eligible = yes_no(),
            F::RemoteNeeds => {
                record.remote_needs = value.chars().filter_map(RemoteNeed::from_digit).collect();
            }
            F::VeteranYear => {
                record.veteran_year =
                    year(&text, today).map_err(|()| gap(field, words::bad_year(lang)))?;
            }
            F::GraduatedOn => record.graduated_on = day()?,
            F::UnemployedSince => record.unemployed_since = day()?,
            F::SubsidyJudgedOn => record.subsidy.judged_on = day()?,
            F::IdSeenOn => record.id_seen_on = day()?,
            F::ConsentOn => record.consent_on = day()?,
            F::RegDate => record.reg_date = day()?,
            F::StateSince => record.state_since = day()?,
            F::Certs => {
                let parts = value.split(['、', '，', ',', '；', ';']).map(squeeze);
                record.certs = parts.filter(|cert| !cert.is_empty()).collect();
            }
            F::ExpectedPay => record.expected_pay = yuan(text),
            F::Income => record.income = yuan(text),
            F::Hukou => record.hukou = text,
            F::Town => record.town = text,
            F::Village => record.village = text,
            F::Hamlet => record.hamlet = text,
            F::Address => record.address = text,
            F::Ethnic => record.ethnic = text,
            F::GradSchool => record.grad_school = text,
            F::DisabilityCert => record.disability_cert = text,
            F::WorkPlace => record.work_place = text,
            F::WorkUnit => record.work_unit = text,
            F::Wishes => record.wishes = text,
            F::Commute => record.commute = text,
            F::Skills => record.skills = text,
            F::Householder => record.householder = text,
            F::HouseholdRelation => record.household_relation = text,
            F::FamilyNote => record.family_note = text,
            F::Health => record.health = text,
            F::LabourAbility => record.labour_ability = text,
            F::Guardian => record.guardian = text,
            F::ContactHours => record.instructions.hours = text,
            F::SubsidyGround => record.subsidy.ground = text,
            F::Worker => record.worker = text,
            F::StateReason => record.state_reason = text,
            F::Note => {
                record.note = value
                    .replace(crate::ui::widgets::BREAK, "\n")
                    .trim()
                    .to_owned();
            }
            // Filled by others, or by the program alone.
            F::Reference
            | F::DoubtfulId
            | F::Groups
            | F::City
            | F::County
            | F::HomeDivision
            | F::HukouDivision
            | F::KeepFromFamily
            | F::DoNotContact
            | F::FormerRefs => {}
        }
        Ok(())
    }

    fn read_id(&self, record: &mut PersonRecord, lang: Lang) -> Result<(), Gap> {
        let field = F::IdNumber.code();
        let text = self.form.value(field);
        // What stands there masked was not typed.
        if self
            .masked
            .iter()
            .any(|(name, masked)| *name == field && *masked == text)
        {
            return Ok(());
        }
        let (id_number, doubtful_id) = match id_typed(&text) {
            IdTyped::Nothing => (None, None),
            IdTyped::Valid(number, _) => (Some(number), None),
            IdTyped::Doubtful(doubtful) => (None, Some(doubtful)),
            IdTyped::Strange => return Err(gap(field, words::no_id(lang))),
        };
        record.id_number = id_number;
        record.doubtful_id = doubtful_id;
        if let Some(number) = id_number {
            record.birth_date = Some(number.birth_date());
            record.sex = Some(number.sex());
            record.hukou_division = record
                .hukou_division
                .or_else(|| crate::domain::division::DivisionCode::parse(number.origin()));
        }
        Ok(())
    }

    /// A phone as typed; the one on record where it still stands there masked.
    pub(super) fn phone(&self, field: F, text: &str) -> Result<Option<Phone>, ()> {
        if self
            .masked
            .iter()
            .any(|(name, masked)| *name == field.code() && masked == text)
        {
            return Ok(match field {
                F::Phone => self.base.phone.clone(),
                _ => self.base.phone2.clone(),
            });
        }
        if text.is_empty() {
            return Ok(None);
        }
        let digits: String = fold_width(text)
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')'))
            .collect();
        let bare = digits.strip_prefix("+86").unwrap_or(&digits);
        Phone::parse(bare).map(Some).ok_or(())
    }

    fn read_group(
        &self,
        at: usize,
        field: &'static str,
        text: &str,
        record: &mut PersonRecord,
        lang: Lang,
    ) -> Result<(), Gap> {
        let Some(old) = self.groups.get(at) else {
            return Ok(());
        };
        let new = old.with_line(text).map_err(|problem| {
            let words = match problem {
                LineProblem::Day(word) => words::bad_group_day(lang, &word),
                LineProblem::Order => words::bad_group_order(lang),
            };
            gap(field, words)
        })?;
        match record.groups.iter().position(|there| there == old) {
            Some(place) => record.groups[place] = new,
            None => record.groups.push(new),
        }
        Ok(())
    }
}

/// The words of an answer beside its value, as a roster would have them.
fn chosen<T: Copy>(value: Option<T>, label: impl Fn(T) -> &'static str) -> Written<T> {
    value.map_or_else(Written::default, |value| Written::read(label(value), value))
}

/// Money as people write it; the number where there is just one.
fn yuan(text: String) -> Written<u32> {
    let folded = fold_width(&text);
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let plain = folded
        .chars()
        .all(|c| c.is_ascii_digit() || "元/月 ".contains(c));
    let value = plain.then(|| digits.parse().ok()).flatten();
    Written { text, value }
}

fn year(text: &str, today: NaiveDate) -> Result<Option<i32>, ()> {
    let digits: String = fold_width(text)
        .chars()
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i32>() {
        Ok(year) if (1940..=today.year()).contains(&year) => Ok(Some(year)),
        _ => Err(()),
    }
}
