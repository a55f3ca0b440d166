//! A person on the register (求职者): what a roster or a form says of them.

use super::{
    dates,
    group::{Group, Membership},
    id_number::IdNumber,
    ids::PersonId,
    labels::labels,
    phone::Phone,
    written::Written,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

labels! {
    /// Sex as on the identity card.
    pub enum Sex {
        Male = "male", '1', "男", "Male";
        Female = "female", '2', "女", "Female";
    }
}

labels! {
    /// Schooling (文化程度). Compare with [`Schooling::rank`]: 中专/职高/技校 ranks with 高中.
    pub enum Schooling {
        None = "none", '0', "文盲或半文盲", "No schooling";
        Primary = "primary", '1', "小学", "Primary";
        Junior = "junior", '2', "初中", "Junior secondary";
        Senior = "senior", '3', "高中", "Senior secondary";
        Vocational = "vocational", '4', "中专/职高/技校", "Secondary vocational";
        College = "college", '5', "大专", "Junior college";
        Bachelor = "bachelor", '6', "本科", "Bachelor";
        Master = "master", '7', "研究生", "Postgraduate";
    }
}

impl Schooling {
    /// The rank for comparing (`codes.tsv`, table schooling_counter_rank).
    pub fn rank(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Primary => 1,
            Self::Junior => 2,
            Self::Senior | Self::Vocational => 3,
            Self::College => 4,
            Self::Bachelor => 5,
            Self::Master => 6,
        }
    }
}

labels! {
    /// Employment state (就业状态), answered by digit.
    pub enum WorkStatus {
        Employed = "employed", '1', "单位就业", "Employed";
        Flexible = "flexible", '2', "灵活就业", "Flexible work";
        SelfEmployed = "self_employed", '3', "自主创业", "Self-employed";
        PublicWelfare = "public_welfare", '4', "公益性岗位", "Public-welfare post";
        RegisteredUnemployed = "registered_unemployed", '5', "登记失业", "Registered unemployed";
        NotWorking = "not_working", '6', "未就业未登记", "Out of work, not registered";
        InSchool = "in_school", '7', "在校/升学/参军", "In school or army";
        NoWish = "no_wish", '8', "暂无就业意愿", "No wish to work now";
        Unable = "unable", '9', "无劳动能力或退出", "Unable to work, or left";
    }
}

labels! {
    /// A wish that may never have been asked for (有 / 无 / 未摸底).
    pub enum Wish {
        Yes = "yes", '1', "有", "Yes";
        No = "no", '2', "无", "No";
        NotAsked = "not_asked", '3', "未摸底", "Not asked";
    }
}

labels! {
    /// Kind of disability (GB/T 26341; also the 19th digit of the certificate number).
    pub enum DisabilityKind {
        Sight = "sight", '1', "视力", "Sight";
        Hearing = "hearing", '2', "听力", "Hearing";
        Speech = "speech", '3', "言语", "Speech";
        Physical = "physical", '4', "肢体", "Physical";
        Intellectual = "intellectual", '5', "智力", "Intellectual";
        Mental = "mental", '6', "精神", "Mental";
        Multiple = "multiple", '7', "多重", "Multiple";
    }
}

labels! {
    /// Level of disability; 一级 is the gravest.
    pub enum DisabilityLevel {
        One = "1", '1', "一级", "Level 1";
        Two = "2", '2', "二级", "Level 2";
        Three = "3", '3', "三级", "Level 3";
        Four = "4", '4', "四级", "Level 4";
    }
}

labels! {
    /// State of a person's record.
    pub enum PersonState {
        Active = "active", ' ', "在册", "Active";
        IdPending = "id_pending", ' ', "待补证件", "Id to follow";
        Unverified = "unverified", ' ', "待核实", "To be verified";
        MovedAway = "moved", ' ', "迁出", "Moved away";
        Dead = "dead", ' ', "死亡", "Deceased";
        Merged = "merged", ' ', "合并", "Merged";
    }
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
}

impl PersonRecord {
    /// Completed years on a day, if the birth date is known.
    pub fn age_on(&self, day: NaiveDate) -> Option<i32> {
        self.birth_date.map(|birth| dates::age_on(birth, day))
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
