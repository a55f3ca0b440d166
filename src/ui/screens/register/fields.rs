//! The fields of the form in the order of the paper form, and which of them are asked.
//!
//! Absent on purpose: what the answers mean (`read.rs`) and what stands beside them (`follow.rs`).

use super::words;
use crate::{
    domain::{
        group::Group,
        person::{
            DisabilityKind, DisabilityLevel, HukouKind, PersonField as F, PersonState, RemoteNeed,
            RetireCategory, Schooling, SchoolingState, Sex, SkillLevel, Wish, WorkStatus,
        },
    },
    text::Lang,
    ui::widgets::{Field, FieldKind, Form},
};

/// Adds and takes away groups.
pub(super) const GROUPS: &str = "groups";
/// A line for each group: days and ground.
pub(super) const GROUP_LINES: [&str; 8] = [
    "group_1", "group_2", "group_3", "group_4", "group_5", "group_6", "group_7", "group_8",
];
/// 联系须知: several.
pub(super) const MINDED: &str = "minded";

/// What the quick entry of a fair asks.
const QUICK: [&str; 3] = ["name", "phone", "wishes"];

macro_rules! answers {
    ($list:ident, $lang:expr) => {
        $list::ALL
            .iter()
            .filter_map(|value| Some((value.digit()?, value.label($lang))))
            .collect::<Vec<_>>()
    };
}

/// The fields in their order; `state` is asked of somebody who is on the register.
pub(super) fn form(lang: Lang, state: bool) -> Form {
    let text = |field: F| Field::text(field.code(), field.label(lang), "");
    let choice = |field: F, options| Field::choice(field.code(), field.label(lang), options, false);
    let yes_no = |field: F| {
        let options = vec![('1', lang.pick("是", "yes")), ('2', lang.pick("否", "no"))];
        Field::choice(field.code(), field.label(lang), options, false)
    };
    let mut fields = Vec::new();
    if state {
        fields.extend([
            choice(F::State, answers!(PersonState, lang)),
            text(F::StateSince),
            text(F::StateReason),
        ]);
    }
    fields.extend([
        text(F::IdNumber),
        text(F::Name),
        choice(F::Sex, answers!(Sex, lang)),
        text(F::BirthDate),
        text(F::Phone),
        text(F::Town),
        text(F::Village),
        text(F::Wishes),
        choice(F::Schooling, answers!(Schooling, lang)),
        choice(F::WorkStatus, answers!(WorkStatus, lang)),
        text(F::Groups),
    ]);
    fields.extend(GROUP_LINES.map(|name| Field::text(name, "", "")));
    fields.extend([
        choice(F::DisabilityKind, answers!(DisabilityKind, lang)),
        choice(F::DisabilityLevel, answers!(DisabilityLevel, lang)),
        text(F::DisabilityCert),
        text(F::VeteranYear),
        choice(F::TrainingWish, answers!(Wish, lang)),
        text(F::Guardian),
        text(F::ExpectedPay),
        text(F::Commute),
        text(F::UnemployedSince),
        yes_no(F::UrbanUnempReg),
        text(F::WorkPlace),
        text(F::WorkUnit),
        text(F::Income),
        text(F::Certs),
        choice(F::SkillLevel, answers!(SkillLevel, lang)),
        text(F::Skills),
        yes_no(F::HighCraft),
        choice(F::HukouKind, answers!(HukouKind, lang)),
        text(F::Hukou),
        text(F::Hamlet),
        text(F::Address),
        text(F::Ethnic),
        text(F::Phone2),
        choice(F::SchoolingState, answers!(SchoolingState, lang)),
        text(F::GradSchool),
        text(F::GraduatedOn),
        yes_no(F::InSchool),
        Field::choice(
            F::RemoteNeeds.code(),
            F::RemoteNeeds.label(lang),
            answers!(RemoteNeed, lang),
            true,
        ),
        text(F::Householder),
        text(F::HouseholdRelation),
        text(F::FamilyNote),
        text(F::Health),
        text(F::LabourAbility),
        choice(F::RetireCategory, answers!(RetireCategory, lang)),
        Field::choice(
            MINDED,
            words::minded(lang),
            vec![
                ('1', F::KeepFromFamily.label(lang)),
                ('2', F::DoNotContact.label(lang)),
            ],
            true,
        ),
        text(F::ContactHours),
        yes_no(F::SubsidyEligible),
        text(F::SubsidyGround),
        text(F::SubsidyJudgedOn),
        text(F::IdSeenOn),
        text(F::ConsentOn),
        text(F::Worker),
        text(F::RegDate),
        text(F::Note),
    ]);
    Form::new(fields)
}

/// True where a field is answered by digits.
pub(super) fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}

/// Whether a question arises, seen from the answers so far.
pub(super) fn is_asked(
    form: &Form,
    groups: &[Group],
    minor: bool,
    quick: bool,
    name: &str,
) -> bool {
    if quick {
        return QUICK.contains(&name);
    }
    if let Some(at) = GROUP_LINES.iter().position(|line| *line == name) {
        return at < groups.len();
    }
    let filled = |field: F| !form.value(field.code()).is_empty();
    if filled_by_hand(form, name) {
        return true;
    }
    let work = form
        .digit(F::WorkStatus.code())
        .and_then(WorkStatus::from_digit);
    let state = form
        .digit(F::State.code())
        .and_then(PersonState::from_digit);
    let within = |wider: Group| groups.iter().any(|group| group.is_within(wider));
    match F::ALL.iter().find(|field| field.code() == name) {
        Some(F::DisabilityKind | F::DisabilityLevel | F::DisabilityCert) => within(Group::Disabled),
        Some(F::VeteranYear) => within(Group::Veteran),
        Some(F::Guardian) => minor,
        Some(F::UnemployedSince | F::UrbanUnempReg) => matches!(
            work,
            Some(WorkStatus::RegisteredUnemployed | WorkStatus::NotWorking | WorkStatus::NoWish)
        ),
        Some(F::WorkPlace | F::WorkUnit | F::Income) => matches!(
            work,
            Some(
                WorkStatus::Employed
                    | WorkStatus::Flexible
                    | WorkStatus::SelfEmployed
                    | WorkStatus::PublicWelfare
            )
        ),
        Some(F::SubsidyGround | F::SubsidyJudgedOn) => filled(F::SubsidyEligible),
        Some(F::StateSince | F::StateReason) => {
            state.is_some_and(|state| state != PersonState::Active)
        }
        _ => true,
    }
}

/// What holds something is always seen.
fn filled_by_hand(form: &Form, name: &str) -> bool {
    form.field(name)
        .is_some_and(|field| !field.value().is_empty())
}
