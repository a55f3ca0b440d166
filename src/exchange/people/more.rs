//! The columns that only some records need: what the counter's form asks beside the roster's columns.

use super::{
    record::{dated, json_list, keep_words},
    words,
};
use crate::domain::{
    division::DivisionCode,
    id_number::DoubtfulId,
    person::{
        HukouKind, PersonRecord, PersonState, RemoteNeed, RetireCategory, SchoolingState,
        SkillLevel,
    },
};
use crate::exchange::{
    clean::Fixes,
    source::{PersonColumn, Row},
};

/// Reads them into the record; words that can't be read are kept beside.
pub(super) fn read(row: Row<'_, PersonColumn>, record: &mut PersonRecord, fixes: &mut Fixes) {
    use PersonColumn as C;
    let mut text = |column: C| row.text(column, fixes);
    record.hamlet = text(C::Hamlet);
    record.grad_school = text(C::GradSchool);
    record.family_note = text(C::FamilyNote);
    record.skills = text(C::Skills);
    record.instructions.hours = text(C::ContactHours);
    record.subsidy.ground = text(C::SubsidyGround);
    record.state_reason = text(C::StateReason);
    record.former_refs =
        json_list(row, C::FormerRefs).unwrap_or_else(|| words::list(&text(C::FormerRefs)));
    if record.id_number.is_none() {
        record.doubtful_id = DoubtfulId::parse(&text(C::DoubtfulId));
    }
    closed(row, record, fixes);
    record.id_seen_on = dated(row, C::IdSeenOn, record, fixes);
    record.graduated_on = dated(row, C::GraduatedOn, record, fixes);
    record.unemployed_since = dated(row, C::UnemployedSince, record, fixes);
    record.subsidy.judged_on = dated(row, C::SubsidyJudgedOn, record, fixes);
    record.consent_on = dated(row, C::ConsentOn, record, fixes);
    record.state_since = dated(row, C::StateSince, record, fixes);
}

/// Columns of closed lists and of yes and no.
fn closed(row: Row<'_, PersonColumn>, record: &mut PersonRecord, fixes: &mut Fixes) {
    use PersonColumn as C;
    let mut unread: Vec<(C, String)> = Vec::new();
    let mut word = |column: C| (column, row.text(column, fixes));
    let (hukou, home) = (word(C::HukouDivision), word(C::HomeDivision));
    record.hukou_division = take(hukou, DivisionCode::parse, &mut unread);
    record.home_division = take(home, DivisionCode::parse, &mut unread);
    record.hukou_kind = take(word(C::HukouKind), hukou_kind, &mut unread);
    record.schooling_state = take(
        word(C::SchoolingState),
        SchoolingState::parse_loose,
        &mut unread,
    );
    record.retire_category = take(word(C::RetireCategory), RetireCategory::parse, &mut unread);
    record.skill_level = take(word(C::SkillLevel), SkillLevel::parse_loose, &mut unread);
    record.state = take(word(C::State), PersonState::parse, &mut unread);
    record.in_school = take(word(C::InSchool), yes_no, &mut unread);
    record.urban_unemp_reg = take(word(C::UrbanUnempReg), yes_no, &mut unread);
    record.high_craft = take(word(C::HighCraft), yes_no, &mut unread);
    record.subsidy.eligible = take(word(C::SubsidyEligible), yes_no, &mut unread);
    let minded = |answer: Option<bool>| answer == Some(true);
    record.instructions.keep_from_family =
        minded(take(word(C::KeepFromFamily), yes_no, &mut unread));
    record.instructions.do_not_contact = minded(take(word(C::DoNotContact), yes_no, &mut unread));
    record.remote_needs = take(word(C::RemoteNeeds), remote_needs, &mut unread).unwrap_or_default();
    for (column, words) in unread {
        keep_words(record, column, &words);
    }
}

/// Reads a word; one that can't be read is remembered.
fn take<T>(
    (column, words): (PersonColumn, String),
    read: impl Fn(&str) -> Option<T>,
    unread: &mut Vec<(PersonColumn, String)>,
) -> Option<T> {
    if words.is_empty() {
        return None;
    }
    let value = read(&words);
    if value.is_none() {
        unread.push((column, words));
    }
    value
}

/// 农村, 农业户口; 城镇, 非农, 居民.
fn hukou_kind(text: &str) -> Option<HukouKind> {
    if let Some(kind) = HukouKind::parse(text) {
        return Some(kind);
    }
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["非农", "城镇", "城市", "非农业"]) {
        Some(HukouKind::Urban)
    } else if has(&["农村", "农业", "农户"]) {
        Some(HukouKind::Rural)
    } else {
        None
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "是" | "有" | "yes" | "y" | "true" | "1" | "√" => Some(true),
        "否" | "无" | "不是" | "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Every word must be one of the list.
fn remote_needs(text: &str) -> Option<Vec<RemoteNeed>> {
    words::list(text)
        .iter()
        .map(|word| RemoteNeed::parse(word))
        .collect()
}
