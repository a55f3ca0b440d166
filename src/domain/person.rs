//! A person on the register (求职者): what a roster or a form says of them.
//!
//! `terms` has the closed lists, `field` names every field for history, candidates and merges.

mod field;
mod terms;

pub use super::ledger::terms::{RetireCategory, SchoolingState, SkillLevel};
pub use field::{PersonField, Told};
pub use terms::{
    DisabilityKind, DisabilityLevel, HukouKind, PersonState, RemoteNeed, Schooling, Sex, Wish,
    WorkStatus,
};

use super::{
    dates,
    division::DivisionCode,
    group::{Group, Membership},
    id_number::{DoubtfulId, IdNumber},
    ids::PersonId,
    phone::Phone,
    written::Written,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// What must be minded when somebody is called (联系须知).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactInstructions {
    /// Their family must not learn of it (勿告知家属).
    pub keep_from_family: bool,
    /// They asked not to be contacted again (请勿再联系).
    pub do_not_contact: bool,
    /// Hours at which they can be reached, in their own words.
    pub hours: String,
}

/// Whether a person qualifies for training subsidies, as a worker judged it (the conditions stand in
/// other documents).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubsidyStanding {
    /// The judgement; `None` is not known (待核).
    pub eligible: Option<bool>,
    /// What it rests on.
    pub ground: String,
    /// When it was made.
    pub judged_on: Option<NaiveDate>,
}

/// What is known of a person, in the columns of `contract.md`. `None` and the empty text mean *not
/// known*, never "no".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonRecord {
    /// The record's own reference (编号); the store gives one where it is empty.
    pub reference: String,
    /// Name as written on the card, cleaned.
    pub name: String,
    /// Sex; from the id number where there is one.
    pub sex: Option<Sex>,
    /// Ethnic group (民族).
    pub ethnic: String,
    /// Identity number.
    pub id_number: Option<IdNumber>,
    /// Birth date; from the id number where there is one.
    pub birth_date: Option<NaiveDate>,
    /// Phone (联系电话).
    pub phone: Option<Phone>,
    /// Second phone (备用电话).
    pub phone2: Option<Phone>,
    /// Registered residence (户籍地).
    pub hukou: String,
    /// City of residence.
    pub city: String,
    /// County or district.
    pub county: String,
    /// Town or street (镇街).
    pub town: String,
    /// Village or community (村居).
    pub village: String,
    /// Address.
    pub address: String,
    /// Schooling, with the words of the roster.
    pub schooling: Written<Schooling>,
    /// Group memberships, dated.
    pub groups: Vec<Membership>,
    /// Kind of disability.
    pub disability_kind: Option<DisabilityKind>,
    /// Level of disability.
    pub disability_level: Option<DisabilityLevel>,
    /// Disability certificate number.
    pub disability_cert: String,
    /// Year of leaving the army (退役年份).
    pub veteran_year: Option<i32>,
    /// Certificates as written (证书), one entry each.
    pub certs: Vec<String>,
    /// Employment state, with the words of the roster.
    pub work_status: Written<WorkStatus>,
    /// Work wished for, in the person's own words (求职意向).
    pub wishes: String,
    /// Wish for training, with the words of the roster (培训意愿).
    pub training_wish: Written<Wish>,
    /// Pay expected (期望薪资), as written, and yuan a month.
    pub expected_pay: Written<u32>,
    /// How far the person will travel (通勤), as written.
    pub commute: String,
    /// Head of the household (户主).
    pub householder: String,
    /// Relation to the head of the household.
    pub household_relation: String,
    /// Health (健康状况).
    pub health: String,
    /// Labour ability (劳动能力).
    pub labour_ability: String,
    /// Where somebody works away (务工地).
    pub work_place: String,
    /// For whom (务工单位).
    pub work_unit: String,
    /// Income (月收入), as written, and yuan a month.
    pub income: Written<u32>,
    /// Responsible worker (责任人).
    pub worker: String,
    /// Guardian of a minor (监护人).
    pub guardian: String,
    /// Date of registration (登记日期).
    pub reg_date: Option<NaiveDate>,
    /// Remark (备注).
    pub note: String,
    /// Columns of the roster that are not ours, kept with the record.
    pub extra: BTreeMap<String, String>,
    /// State of the record; `None` is 在册.
    pub state: Option<PersonState>,
    /// Since when the state holds.
    pub state_since: Option<NaiveDate>,
    /// Why.
    pub state_reason: String,
    /// References of records that were merged into this one; they still find it.
    pub former_refs: Vec<String>,
    /// The record that this one was merged into.
    pub merged_into: Option<PersonId>,
    /// A number as written that does not check (待核实), while there is no [`Self::id_number`].
    pub doubtful_id: Option<DoubtfulId>,
    /// When the card itself was seen.
    pub id_seen_on: Option<NaiveDate>,
    /// Kind of registered residence.
    pub hukou_kind: Option<HukouKind>,
    /// Division of the registered residence.
    pub hukou_division: Option<DivisionCode>,
    /// Division where they live.
    pub home_division: Option<DivisionCode>,
    /// Natural village (自然村); [`Self::village`] is the administrative one.
    pub hamlet: String,
    /// How the schooling ended.
    pub schooling_state: Option<SchoolingState>,
    /// When they graduated; the first of the month where only that is known.
    pub graduated_on: Option<NaiveDate>,
    /// From which school.
    pub grad_school: String,
    /// Whether they go to school now.
    pub in_school: Option<bool>,
    /// The family (家庭情况), in the clerk's words.
    pub family_note: String,
    /// Since when they are out of work.
    pub unemployed_since: Option<NaiveDate>,
    /// Registered as urban unemployed (城镇登记失业).
    pub urban_unemp_reg: Option<bool>,
    /// By which rule they retire.
    pub retire_category: Option<RetireCategory>,
    /// Highest vocational level held.
    pub skill_level: Option<SkillLevel>,
    /// What they can do, in words (技能特长).
    pub skills: String,
    /// Skilled above the ordinary in a craft (较高技艺技能).
    pub high_craft: Option<bool>,
    /// What makes it hard to come to a course.
    pub remote_needs: Vec<RemoteNeed>,
    /// Whether they qualify for subsidies.
    pub subsidy: SubsidyStanding,
    /// What must be minded when they are called.
    pub instructions: ContactInstructions,
    /// When they agreed to their data being kept.
    pub consent_on: Option<NaiveDate>,
}

/// Below this age the law calls somebody a minor (《民法典》第十七条).
pub const ADULT_AGE: i32 = 18;

impl PersonRecord {
    /// Completed years on a day, if the birth date is known.
    pub fn age_on(&self, day: NaiveDate) -> Option<i32> {
        self.birth_date.map(|birth| dates::age_on(birth, day))
    }

    /// Whether they are younger than eighteen on a day; `None` where the birth date is not known.
    pub fn is_minor_on(&self, day: NaiveDate) -> Option<bool> {
        self.age_on(day).map(|age| age < ADULT_AGE)
    }

    /// Whether they are offered anything, called or counted.
    pub fn is_served(&self) -> bool {
        self.state.is_none_or(PersonState::is_served)
    }

    /// Lets the state say whether the id number is there, to follow or to be verified. Who moved away,
    /// died or was merged stays so.
    pub fn settle_state(&mut self) {
        use PersonState as S;
        let by_id = match (&self.id_number, &self.doubtful_id) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(S::Unverified),
            (None, None) => Some(S::IdPending),
        };
        if matches!(
            self.state,
            None | Some(S::Active | S::IdPending | S::Unverified)
        ) {
            if self.state.unwrap_or(S::Active) != by_id.unwrap_or(S::Active) {
                self.state_since = None;
                self.state_reason.clear();
            }
            self.state = by_id;
        }
        if self.id_number.is_some() {
            self.doubtful_id = None;
        }
    }

    /// Whether the person is in a group (or in a narrower one) on a day.
    pub fn in_group(&self, group: Group, day: NaiveDate) -> bool {
        self.groups
            .iter()
            .any(|m| m.group.is_within(group) && m.is_valid_on(day))
    }

    /// The groups that count on a day, without repeats.
    pub fn groups_on(&self, day: NaiveDate) -> Vec<Group> {
        let mut groups: Vec<Group> = self
            .groups
            .iter()
            .filter(|m| m.is_valid_on(day))
            .map(|m| m.group)
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }
}

/// A person on the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// What is known.
    pub record: PersonRecord,
}

/// One line of a list: enough to tell namesakes apart, masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSummary {
    /// Identity.
    pub id: PersonId,
    /// Reference (编号).
    pub reference: String,
    /// Name.
    pub name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Age on the day of the list.
    pub age: Option<i32>,
    /// `**************1234`, or empty.
    pub id_masked: String,
    /// `138****5678`, or empty.
    pub phone_masked: String,
    /// Town or street.
    pub town: String,
    /// Village or community.
    pub village: String,
    /// Work wished for.
    pub wishes: String,
    /// Groups on the day of the list; show sensitive ones as one mark.
    pub groups: Vec<Group>,
    /// Record state.
    pub state: PersonState,
    /// When and how the last contact was.
    pub last_contact: Option<(DateTime<FixedOffset>, super::contact::Outcome)>,
    /// The day promised for the next contact.
    pub next_due: Option<NaiveDate>,
}
