//! The columns of each kind of sheet: the contract's names in Chinese and English, and the names
//! that rosters use for the same thing.

mod synonyms;

use crate::domain::{labels::labels, person::PersonField};
use crate::text::Lang;

/// A closed set of columns of one kind of sheet.
pub trait Column: Copy + Eq + std::fmt::Debug + 'static {
    /// Columns of which a record needs at least one; a row with none of them is no data.
    const KEYS: &'static [Self];
    /// The column of id numbers, where there is one.
    const ID: Option<Self>;

    /// Every column, in the contract's order.
    fn all() -> &'static [Self];
    /// The English name, also the field of JSON.
    fn code(self) -> &'static str;
    /// The header in one language.
    fn label(self, lang: Lang) -> &'static str;
    /// Other names, parted by spaces and folded: lower case, half width, no hyphens or brackets.
    fn synonyms(self) -> &'static str;
    /// Fields of our own JSON that are no columns.
    const FIELDS: &'static [&'static str];

    /// True for id numbers, phones and the like, of which reports show the end only.
    fn is_number_of_person(self) -> bool {
        false
    }
    /// The column that a second header of the same name means.
    fn second(self) -> Option<Self> {
        None
    }
    /// Whether a row that names these columns is the header.
    fn is_header(found: &[Option<Self>]) -> bool;
    /// Columns to look for, as the failure names them.
    fn wanted() -> &'static str;
}

labels! {
    /// Columns of a sheet of people: the contract's, then those that only some records need.
    pub enum PersonColumn {
        Reference = "ref", ' ', "编号", "ref";
        Name = "name", ' ', "姓名", "name";
        Sex = "sex", ' ', "性别", "sex";
        Ethnic = "ethnic", ' ', "民族", "ethnic";
        IdNumber = "id_number", ' ', "身份证号", "id_number";
        BirthDate = "birth_date", ' ', "出生日期", "birth_date";
        Phone = "phone", ' ', "联系电话", "phone";
        Phone2 = "phone2", ' ', "备用电话", "phone2";
        Hukou = "hukou", ' ', "户籍地", "hukou";
        City = "city", ' ', "市", "city";
        County = "county", ' ', "县区", "county";
        Town = "town", ' ', "镇街", "town";
        Village = "village", ' ', "村居", "village";
        Address = "address", ' ', "地址", "address";
        Schooling = "schooling", ' ', "文化程度", "schooling";
        Groups = "groups", ' ', "人员类别", "groups";
        DisabilityKind = "disability_kind", ' ', "残疾类别", "disability_kind";
        DisabilityLevel = "disability_level", ' ', "残疾等级", "disability_level";
        DisabilityCert = "disability_cert", ' ', "残疾证号", "disability_cert";
        VeteranYear = "veteran_year", ' ', "退役年份", "veteran_year";
        Certs = "certs", ' ', "证书", "certs";
        WorkStatus = "work_status", ' ', "就业状态", "work_status";
        Wishes = "wishes", ' ', "求职意向", "wishes";
        TrainingWish = "training_wish", ' ', "培训意愿", "training_wish";
        ExpectedPay = "expected_pay", ' ', "期望薪资", "expected_pay";
        Commute = "commute", ' ', "通勤", "commute";
        Householder = "householder", ' ', "户主", "householder";
        HouseholdRelation = "household_relation", ' ', "与户主关系", "household_relation";
        Health = "health", ' ', "健康状况", "health";
        LabourAbility = "labour_ability", ' ', "劳动能力", "labour_ability";
        WorkPlace = "work_place", ' ', "务工地", "work_place";
        WorkUnit = "work_unit", ' ', "务工单位", "work_unit";
        Income = "income", ' ', "月收入", "income";
        Worker = "worker", ' ', "责任人", "worker";
        Guardian = "guardian", ' ', "监护人", "guardian";
        RegDate = "reg_date", ' ', "登记日期", "reg_date";
        Note = "note", ' ', "备注", "note";
        DoubtfulId = "doubtful_id", ' ', "待核证号", "doubtful_id";
        IdSeenOn = "id_seen_on", ' ', "证件核验日期", "id_seen_on";
        HukouKind = "hukou_kind", ' ', "户籍类型", "hukou_kind";
        HukouDivision = "hukou_division", ' ', "户籍地代码", "hukou_division";
        HomeDivision = "home_division", ' ', "居住地代码", "home_division";
        Hamlet = "hamlet", ' ', "自然村", "hamlet";
        SchoolingState = "schooling_state", ' ', "学业状态", "schooling_state";
        GradSchool = "grad_school", ' ', "毕业学校", "grad_school";
        GraduatedOn = "graduated_on", ' ', "毕业日期", "graduated_on";
        InSchool = "in_school", ' ', "是否在读", "in_school";
        UnemployedSince = "unemployed_since", ' ', "失业时间", "unemployed_since";
        UrbanUnempReg = "urban_unemp_reg", ' ', "城镇登记失业", "urban_unemp_reg";
        SkillLevel = "skill_level", ' ', "最高技能等级", "skill_level";
        Skills = "skills", ' ', "技能特长", "skills";
        HighCraft = "high_craft", ' ', "较高技艺", "high_craft";
        RemoteNeeds = "remote_needs", ' ', "特殊需求", "remote_needs";
        FamilyNote = "family_note", ' ', "家庭情况", "family_note";
        RetireCategory = "retire_category", ' ', "退休类别", "retire_category";
        KeepFromFamily = "keep_from_family", ' ', "勿告知家属", "keep_from_family";
        DoNotContact = "do_not_contact", ' ', "请勿再联系", "do_not_contact";
        ContactHours = "contact_hours", ' ', "联系时段", "contact_hours";
        SubsidyEligible = "subsidy_eligible", ' ', "补贴资格", "subsidy_eligible";
        SubsidyGround = "subsidy_ground", ' ', "补贴资格依据", "subsidy_ground";
        SubsidyJudgedOn = "subsidy_judged_on", ' ', "补贴资格认定日", "subsidy_judged_on";
        ConsentOn = "consent_on", ' ', "同意日期", "consent_on";
        State = "state", ' ', "档案状态", "state";
        StateSince = "state_since", ' ', "状态日期", "state_since";
        StateReason = "state_reason", ' ', "状态原因", "state_reason";
        FormerRefs = "former_refs", ' ', "曾用编号", "former_refs";
    }
}

impl PersonColumn {
    /// The contract's columns, which every sheet has. The others stand behind them where anybody has
    /// something there.
    pub fn is_always_there(self) -> bool {
        self <= Self::Note
    }

    /// The field of the record that it holds.
    pub fn field(self) -> Option<PersonField> {
        let name = match self {
            Self::Reference => "reference",
            other => other.code(),
        };
        PersonField::ALL
            .iter()
            .copied()
            .find(|field| field.code() == name)
    }
}

labels! {
    /// Columns of a sheet of courses.
    pub enum CourseColumn {
        Reference = "ref", ' ', "编号", "ref";
        Title = "title", ' ', "课程名称", "title";
        Org = "org", ' ', "培训机构", "org";
        Place = "place", ' ', "地点", "place";
        Start = "start", ' ', "开班日期", "start";
        Hours = "hours", ' ', "课时", "hours";
        Level = "level", ' ', "等级", "level";
        Target = "target", ' ', "招生对象", "target";
        Condition = "condition", ' ', "条件", "condition";
        Fee = "fee", ' ', "费用", "fee";
        Remark = "remark", ' ', "备注", "remark";
    }
}

labels! {
    /// Columns of a sheet of vacancies.
    pub enum VacancyColumn {
        Reference = "ref", ' ', "编号", "ref";
        Title = "title", ' ', "岗位名称", "title";
        Employer = "employer", ' ', "用人单位", "employer";
        Place = "place", ' ', "地点", "place";
        Pay = "pay", ' ', "薪资", "pay";
        Headcount = "headcount", ' ', "人数", "headcount";
        Requirement = "requirement", ' ', "要求", "requirement";
        Remark = "remark", ' ', "备注", "remark";
        Benefit = "benefit", ' ', "福利", "benefit";
        Posted = "posted", ' ', "发布日期", "posted";
        Closes = "closes", ' ', "截止日期", "closes";
    }
}

labels! {
    /// Columns of a sheet of contacts. The state stands after the contract's columns, so that a
    /// cancelled contact does not come back as a valid one.
    pub enum ContactColumn {
        Reference = "ref", ' ', "编号", "ref";
        Person = "person", ' ', "求职者", "person";
        Enterprise = "enterprise", ' ', "企业", "enterprise";
        At = "at", ' ', "时间", "at";
        EnteredAt = "entered_at", ' ', "录入时间", "entered_at";
        Operator = "operator", ' ', "经办人", "operator";
        Channel = "channel", ' ', "方式", "channel";
        Party = "party", ' ', "接谈人", "party";
        Place = "place", ' ', "地点", "place";
        Purpose = "purpose", ' ', "事由", "purpose";
        Outcome = "outcome", ' ', "结果", "outcome";
        Reason = "reason", ' ', "原因", "reason";
        Note = "note", ' ', "内容", "note";
        NextDue = "next_due", ' ', "下次联系", "next_due";
        State = "state", ' ', "状态", "state";
    }
}

fn has<C: Column>(found: &[Option<C>], column: C) -> bool {
    found.contains(&Some(column))
}

impl Column for PersonColumn {
    const KEYS: &'static [Self] = &[Self::Name, Self::IdNumber, Self::Phone];
    const ID: Option<Self> = Some(Self::IdNumber);
    const FIELDS: &'static [&'static str] = &["extra"];

    fn is_number_of_person(self) -> bool {
        matches!(
            self,
            Self::IdNumber | Self::DoubtfulId | Self::Phone | Self::Phone2 | Self::DisabilityCert
        )
    }

    fn all() -> &'static [Self] {
        Self::ALL
    }

    fn code(self) -> &'static str {
        Self::code(self)
    }

    fn label(self, lang: Lang) -> &'static str {
        Self::label(self, lang)
    }

    fn synonyms(self) -> &'static str {
        synonyms::people(self)
    }

    fn second(self) -> Option<Self> {
        (self == Self::Phone).then_some(Self::Phone2)
    }

    fn is_header(found: &[Option<Self>]) -> bool {
        // A list of names without ids is still a list of people (their ids follow); a lone 姓名 is not.
        let known = found.iter().flatten().count();
        has(found, Self::Name) && (has(found, Self::IdNumber) && known >= 2 || known >= 3)
    }

    fn wanted() -> &'static str {
        "姓名 name, 身份证号 id_number"
    }
}

impl Column for CourseColumn {
    const KEYS: &'static [Self] = &[Self::Title];
    const ID: Option<Self> = None;
    const FIELDS: &'static [&'static str] = &["extra"];

    fn all() -> &'static [Self] {
        Self::ALL
    }

    fn code(self) -> &'static str {
        Self::code(self)
    }

    fn label(self, lang: Lang) -> &'static str {
        Self::label(self, lang)
    }

    fn synonyms(self) -> &'static str {
        synonyms::courses(self)
    }

    fn is_header(found: &[Option<Self>]) -> bool {
        has(found, Self::Title) && found.iter().flatten().count() >= 2
    }

    fn wanted() -> &'static str {
        "课程名称 title, 培训机构 org"
    }
}

impl Column for VacancyColumn {
    const KEYS: &'static [Self] = &[Self::Title, Self::Employer];
    const ID: Option<Self> = None;
    const FIELDS: &'static [&'static str] = &["extra"];

    fn all() -> &'static [Self] {
        Self::ALL
    }

    fn code(self) -> &'static str {
        Self::code(self)
    }

    fn label(self, lang: Lang) -> &'static str {
        Self::label(self, lang)
    }

    fn synonyms(self) -> &'static str {
        synonyms::vacancies(self)
    }

    fn is_header(found: &[Option<Self>]) -> bool {
        has(found, Self::Title) && has(found, Self::Employer)
    }

    fn wanted() -> &'static str {
        "岗位名称 title, 用人单位 employer"
    }
}

impl Column for ContactColumn {
    const KEYS: &'static [Self] = &[Self::At, Self::Person, Self::Outcome];
    const ID: Option<Self> = None;
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "late",
        "corrects",
        "state_reason",
        "journal",
        "recommended",
        "vacancies",
        "courses",
        "extra",
    ];

    fn is_number_of_person(self) -> bool {
        self == Self::Person
    }

    fn all() -> &'static [Self] {
        Self::ALL
    }

    fn code(self) -> &'static str {
        Self::code(self)
    }

    fn label(self, lang: Lang) -> &'static str {
        Self::label(self, lang)
    }

    fn synonyms(self) -> &'static str {
        synonyms::contacts(self)
    }

    fn is_header(found: &[Option<Self>]) -> bool {
        has(found, Self::At)
            && (has(found, Self::Channel) || has(found, Self::Outcome))
            && found.iter().flatten().count() >= 3
    }

    fn wanted() -> &'static str {
        "时间 at, 方式 channel, 结果 outcome"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each_name_means_one_column<C: Column>() {
        let mut names = Vec::new();
        for column in C::all() {
            let mut own = vec![column.code(), column.label(Lang::Zh)];
            own.extend(column.synonyms().split_whitespace());
            own.sort_unstable();
            own.dedup();
            names.extend(own);
        }
        let all = names.len();
        names.sort_unstable();
        let mut again = names.clone();
        again.dedup();
        assert_eq!(again.len(), all, "a name means two columns: {names:?}");
    }

    #[test]
    fn no_name_means_two_columns() {
        each_name_means_one_column::<PersonColumn>();
        each_name_means_one_column::<CourseColumn>();
        each_name_means_one_column::<VacancyColumn>();
        each_name_means_one_column::<ContactColumn>();
    }
}
