//! A record as fields: what is on record stands in the form until the clerk changes it. Numbers of
//! people stand there masked.

use super::{
    Register,
    fields::{GROUP_LINES, GROUPS, MINDED},
};
use crate::{
    domain::person::{
        DisabilityKind, DisabilityLevel, HukouKind, PersonField as F, PersonRecord, PersonState,
        RetireCategory, Schooling, SchoolingState, Sex, SkillLevel, Wish, WorkStatus,
    },
    text::Lang,
};

impl Register {
    /// Puts what is on record into the fields.
    pub(super) fn fill_from(&mut self, record: &PersonRecord) {
        self.base = record.clone();
        if !self.by_hand.contains(GROUPS) {
            self.groups.clone_from(&record.groups);
            self.groups.truncate(GROUP_LINES.len());
        }
        self.masked.clear();
        let names: Vec<&'static str> = self.form.fields.iter().map(|field| field.name).collect();
        for name in names {
            if self.by_hand.contains(name) {
                continue;
            }
            let value = self.on_record(name, record);
            if let Some(field) = self.form.field_mut(name) {
                field.set(&value);
            }
        }
    }

    fn on_record(&mut self, name: &'static str, r: &PersonRecord) -> String {
        if let Some(at) = GROUP_LINES.iter().position(|line| *line == name) {
            return self.groups.get(at).map(|m| m.line()).unwrap_or_default();
        }
        if name == MINDED {
            let answers = [
                (r.instructions.keep_from_family, '1'),
                (r.instructions.do_not_contact, '2'),
            ];
            return answers
                .iter()
                .filter(|(yes, _)| *yes)
                .map(|(_, digit)| *digit)
                .collect();
        }
        let digit = |digit: Option<char>| digit.map(String::from).unwrap_or_default();
        let yes_no = |answer: Option<bool>| {
            answer
                .map_or("", |yes| if yes { "1" } else { "2" })
                .to_owned()
        };
        let Some(field) = F::ALL.iter().copied().find(|field| field.code() == name) else {
            return String::new();
        };
        match field {
            F::IdNumber => {
                let shown = [F::IdNumber, F::DoubtfulId]
                    .map(|f| f.words(r, Lang::Zh))
                    .concat();
                self.masked.push((name, shown.clone()));
                shown
            }
            F::Phone | F::Phone2 => {
                let shown = field.words(r, Lang::Zh);
                self.masked.push((name, shown.clone()));
                shown
            }
            F::DisabilityCert => r.disability_cert.clone(),
            F::Sex => digit(r.sex.and_then(Sex::digit)),
            F::HukouKind => digit(r.hukou_kind.and_then(HukouKind::digit)),
            F::Schooling => digit(r.schooling.value.and_then(Schooling::digit)),
            F::SchoolingState => digit(r.schooling_state.and_then(SchoolingState::digit)),
            F::WorkStatus => digit(r.work_status.value.and_then(WorkStatus::digit)),
            F::TrainingWish => digit(r.training_wish.value.and_then(Wish::digit)),
            F::SkillLevel => digit(r.skill_level.and_then(SkillLevel::digit)),
            F::DisabilityKind => digit(r.disability_kind.and_then(DisabilityKind::digit)),
            F::DisabilityLevel => digit(r.disability_level.and_then(DisabilityLevel::digit)),
            F::RetireCategory => digit(r.retire_category.and_then(RetireCategory::digit)),
            F::State => digit(r.state.unwrap_or(PersonState::Active).digit()),
            F::InSchool => yes_no(r.in_school),
            F::UrbanUnempReg => yes_no(r.urban_unemp_reg),
            F::HighCraft => yes_no(r.high_craft),
            F::SubsidyEligible => yes_no(r.subsidy.eligible),
            F::RemoteNeeds => r
                .remote_needs
                .iter()
                .filter_map(|need| need.digit())
                .collect(),
            F::Groups => String::new(),
            F::Note => super::with_breaks(&r.note),
            other => other.words(r, Lang::Zh),
        }
    }
}
