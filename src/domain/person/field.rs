//! Every field of a person's record by name: what stands in it in words, whether anything does, and
//! how it is taken over from another record. History, candidates and merges speak of fields this way.
//!
//! Absent on purpose: typing (`ui`), columns of sheets (`exchange`) and of tables (`store`).

mod told;

pub use told::Told;

use super::PersonRecord;
use crate::{
    domain::{group::Membership, labels::labels, phone::Phone, written::Written},
    text::Lang,
};

labels! {
    /// A field of the record, in the order of the paper form. The code is the name of its column.
    pub enum PersonField {
        Reference = "reference", ' ', "编号", "Reference";
        Name = "name", ' ', "姓名", "Name";
        Sex = "sex", ' ', "性别", "Sex";
        Ethnic = "ethnic", ' ', "民族", "Ethnic group";
        IdNumber = "id_number", ' ', "身份证号", "Id number";
        DoubtfulId = "doubtful_id", ' ', "待核证号", "Number to be verified";
        IdSeenOn = "id_seen_on", ' ', "证件核验日期", "Card seen on";
        BirthDate = "birth_date", ' ', "出生日期", "Born";
        Phone = "phone", ' ', "联系电话", "Phone";
        Phone2 = "phone2", ' ', "备用电话", "Second phone";
        HukouKind = "hukou_kind", ' ', "户籍类型", "Kind of residence";
        Hukou = "hukou", ' ', "户籍地", "Registered residence";
        HukouDivision = "hukou_division", ' ', "户籍地代码", "Residence code";
        City = "city", ' ', "市", "City";
        County = "county", ' ', "县区", "County";
        Town = "town", ' ', "镇街", "Town";
        Village = "village", ' ', "村居", "Village";
        Hamlet = "hamlet", ' ', "自然村", "Hamlet";
        HomeDivision = "home_division", ' ', "居住地代码", "Home code";
        Address = "address", ' ', "地址", "Address";
        Schooling = "schooling", ' ', "文化程度", "Schooling";
        SchoolingState = "schooling_state", ' ', "学业状态", "Schooling ended";
        GradSchool = "grad_school", ' ', "毕业学校", "School";
        GraduatedOn = "graduated_on", ' ', "毕业日期", "Graduated on";
        InSchool = "in_school", ' ', "是否在读", "Goes to school";
        Groups = "groups", ' ', "人员类别", "Groups";
        DisabilityKind = "disability_kind", ' ', "残疾类别", "Disability";
        DisabilityLevel = "disability_level", ' ', "残疾等级", "Level of disability";
        DisabilityCert = "disability_cert", ' ', "残疾证号", "Disability certificate";
        VeteranYear = "veteran_year", ' ', "退役年份", "Left the army in";
        WorkStatus = "work_status", ' ', "就业状态", "Employment";
        UnemployedSince = "unemployed_since", ' ', "失业时间", "Out of work since";
        UrbanUnempReg = "urban_unemp_reg", ' ', "城镇登记失业", "Registered urban unemployed";
        WorkPlace = "work_place", ' ', "务工地", "Works in";
        WorkUnit = "work_unit", ' ', "务工单位", "Works for";
        Income = "income", ' ', "月收入", "Income";
        Wishes = "wishes", ' ', "求职意向", "Wish";
        TrainingWish = "training_wish", ' ', "培训意愿", "Training wish";
        ExpectedPay = "expected_pay", ' ', "期望薪资", "Pay expected";
        Commute = "commute", ' ', "通勤", "Commute";
        Certs = "certs", ' ', "证书", "Certificates";
        SkillLevel = "skill_level", ' ', "技能等级", "Skill level";
        Skills = "skills", ' ', "技能特长", "Skills";
        HighCraft = "high_craft", ' ', "较高技艺", "Skilled craft";
        RemoteNeeds = "remote_needs", ' ', "特殊需求", "Special needs";
        Householder = "householder", ' ', "户主", "Householder";
        HouseholdRelation = "household_relation", ' ', "与户主关系", "Relation to householder";
        FamilyNote = "family_note", ' ', "家庭情况", "Family";
        Health = "health", ' ', "健康状况", "Health";
        LabourAbility = "labour_ability", ' ', "劳动能力", "Labour ability";
        Guardian = "guardian", ' ', "监护人", "Guardian";
        RetireCategory = "retire_category", ' ', "退休类别", "Retires as";
        KeepFromFamily = "keep_from_family", ' ', "勿告知家属", "Keep from family";
        DoNotContact = "do_not_contact", ' ', "请勿再联系", "Do not contact";
        ContactHours = "contact_hours", ' ', "联系时段", "Hours to call";
        SubsidyEligible = "subsidy_eligible", ' ', "补贴资格", "Subsidy standing";
        SubsidyGround = "subsidy_ground", ' ', "补贴资格依据", "Ground of the standing";
        SubsidyJudgedOn = "subsidy_judged_on", ' ', "补贴资格认定日", "Standing judged on";
        ConsentOn = "consent_on", ' ', "同意日期", "Consent given on";
        Worker = "worker", ' ', "责任人", "Responsible";
        RegDate = "reg_date", ' ', "登记日期", "Registered on";
        Note = "note", ' ', "备注", "Remark";
        State = "state", ' ', "档案状态", "Record state";
        StateSince = "state_since", ' ', "状态日期", "State since";
        StateReason = "state_reason", ' ', "状态原因", "Reason of the state";
        FormerRefs = "former_refs", ' ', "曾用编号", "Former references";
    }
}

impl PersonField {
    /// What stands in the field, in words; empty where nothing is known. Numbers of people are
    /// masked: a screen is half public.
    pub fn words(self, record: &PersonRecord, lang: Lang) -> String {
        let r = record;
        match self {
            Self::Reference => r.reference.clone(),
            Self::Name => r.name.clone(),
            Self::Sex => r.sex.map(|v| v.label(lang).to_owned()).unwrap_or_default(),
            Self::Ethnic => r.ethnic.clone(),
            Self::IdNumber => r.id_number.map(|n| n.masked()).unwrap_or_default(),
            Self::DoubtfulId => r
                .doubtful_id
                .as_ref()
                .map(|n| n.masked())
                .unwrap_or_default(),
            Self::IdSeenOn => r.id_seen_on.map(|v| v.to_string()).unwrap_or_default(),
            Self::BirthDate => r.birth_date.map(|v| v.to_string()).unwrap_or_default(),
            Self::Phone => r.phone.as_ref().map(Phone::masked).unwrap_or_default(),
            Self::Phone2 => r.phone2.as_ref().map(Phone::masked).unwrap_or_default(),
            Self::HukouKind => r
                .hukou_kind
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::Hukou => r.hukou.clone(),
            Self::HukouDivision => r.hukou_division.map(|v| v.to_string()).unwrap_or_default(),
            Self::City => r.city.clone(),
            Self::County => r.county.clone(),
            Self::Town => r.town.clone(),
            Self::Village => r.village.clone(),
            Self::Hamlet => r.hamlet.clone(),
            Self::HomeDivision => r.home_division.map(|v| v.to_string()).unwrap_or_default(),
            Self::Address => r.address.clone(),
            Self::Schooling => written(&r.schooling, |v| v.label(lang)),
            Self::SchoolingState => r
                .schooling_state
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::GradSchool => r.grad_school.clone(),
            Self::GraduatedOn => r.graduated_on.map(|v| v.to_string()).unwrap_or_default(),
            Self::InSchool => r.in_school.map(|yes| yes_no(lang, yes)).unwrap_or_default(),
            Self::Groups => {
                let all: Vec<String> = r.groups.iter().map(|m| group_words(m, lang)).collect();
                all.join(lang.pick("；", "; "))
            }
            Self::DisabilityKind => r
                .disability_kind
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::DisabilityLevel => r
                .disability_level
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::DisabilityCert => masked_number(&r.disability_cert),
            Self::VeteranYear => r.veteran_year.map(|v| v.to_string()).unwrap_or_default(),
            Self::WorkStatus => written(&r.work_status, |v| v.label(lang)),
            Self::UnemployedSince => r
                .unemployed_since
                .map(|v| v.to_string())
                .unwrap_or_default(),
            Self::UrbanUnempReg => r
                .urban_unemp_reg
                .map(|yes| yes_no(lang, yes))
                .unwrap_or_default(),
            Self::WorkPlace => r.work_place.clone(),
            Self::WorkUnit => r.work_unit.clone(),
            Self::Income => r.income.text.clone(),
            Self::Wishes => r.wishes.clone(),
            Self::TrainingWish => written(&r.training_wish, |v| v.label(lang)),
            Self::ExpectedPay => r.expected_pay.text.clone(),
            Self::Commute => r.commute.clone(),
            Self::Certs => r.certs.join(lang.comma()),
            Self::SkillLevel => r
                .skill_level
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::Skills => r.skills.clone(),
            Self::HighCraft => r
                .high_craft
                .map(|yes| yes_no(lang, yes))
                .unwrap_or_default(),
            Self::RemoteNeeds => {
                let all: Vec<&str> = r.remote_needs.iter().map(|v| v.label(lang)).collect();
                all.join(lang.comma())
            }
            Self::Householder => r.householder.clone(),
            Self::HouseholdRelation => r.household_relation.clone(),
            Self::FamilyNote => r.family_note.clone(),
            Self::Health => r.health.clone(),
            Self::LabourAbility => r.labour_ability.clone(),
            Self::Guardian => r.guardian.clone(),
            Self::RetireCategory => r
                .retire_category
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::KeepFromFamily => {
                if r.instructions.keep_from_family {
                    yes_no(lang, true)
                } else {
                    String::new()
                }
            }
            Self::DoNotContact => {
                if r.instructions.do_not_contact {
                    yes_no(lang, true)
                } else {
                    String::new()
                }
            }
            Self::ContactHours => r.instructions.hours.clone(),
            Self::SubsidyEligible => r
                .subsidy
                .eligible
                .map(|yes| yes_no(lang, yes))
                .unwrap_or_default(),
            Self::SubsidyGround => r.subsidy.ground.clone(),
            Self::SubsidyJudgedOn => r
                .subsidy
                .judged_on
                .map(|v| v.to_string())
                .unwrap_or_default(),
            Self::ConsentOn => r.consent_on.map(|v| v.to_string()).unwrap_or_default(),
            Self::Worker => r.worker.clone(),
            Self::RegDate => r.reg_date.map(|v| v.to_string()).unwrap_or_default(),
            Self::Note => r.note.clone(),
            Self::State => r
                .state
                .map(|v| v.label(lang).to_owned())
                .unwrap_or_default(),
            Self::StateSince => r.state_since.map(|v| v.to_string()).unwrap_or_default(),
            Self::StateReason => r.state_reason.clone(),
            Self::FormerRefs => r.former_refs.join(lang.comma()),
        }
    }

    /// Takes the field over from another record.
    pub fn take(self, from: &PersonRecord, to: &mut PersonRecord) {
        match self {
            Self::Reference => to.reference = from.reference.clone(),
            Self::Name => to.name = from.name.clone(),
            Self::Sex => to.sex = from.sex,
            Self::Ethnic => to.ethnic = from.ethnic.clone(),
            Self::IdNumber => to.id_number = from.id_number,
            Self::DoubtfulId => to.doubtful_id = from.doubtful_id.clone(),
            Self::IdSeenOn => to.id_seen_on = from.id_seen_on,
            Self::BirthDate => to.birth_date = from.birth_date,
            Self::Phone => to.phone = from.phone.clone(),
            Self::Phone2 => to.phone2 = from.phone2.clone(),
            Self::HukouKind => to.hukou_kind = from.hukou_kind,
            Self::Hukou => to.hukou = from.hukou.clone(),
            Self::HukouDivision => to.hukou_division = from.hukou_division,
            Self::City => to.city = from.city.clone(),
            Self::County => to.county = from.county.clone(),
            Self::Town => to.town = from.town.clone(),
            Self::Village => to.village = from.village.clone(),
            Self::Hamlet => to.hamlet = from.hamlet.clone(),
            Self::HomeDivision => to.home_division = from.home_division,
            Self::Address => to.address = from.address.clone(),
            Self::Schooling => to.schooling = from.schooling.clone(),
            Self::SchoolingState => to.schooling_state = from.schooling_state,
            Self::GradSchool => to.grad_school = from.grad_school.clone(),
            Self::GraduatedOn => to.graduated_on = from.graduated_on,
            Self::InSchool => to.in_school = from.in_school,
            Self::Groups => to.groups = from.groups.clone(),
            Self::DisabilityKind => to.disability_kind = from.disability_kind,
            Self::DisabilityLevel => to.disability_level = from.disability_level,
            Self::DisabilityCert => to.disability_cert = from.disability_cert.clone(),
            Self::VeteranYear => to.veteran_year = from.veteran_year,
            Self::WorkStatus => to.work_status = from.work_status.clone(),
            Self::UnemployedSince => to.unemployed_since = from.unemployed_since,
            Self::UrbanUnempReg => to.urban_unemp_reg = from.urban_unemp_reg,
            Self::WorkPlace => to.work_place = from.work_place.clone(),
            Self::WorkUnit => to.work_unit = from.work_unit.clone(),
            Self::Income => to.income = from.income.clone(),
            Self::Wishes => to.wishes = from.wishes.clone(),
            Self::TrainingWish => to.training_wish = from.training_wish.clone(),
            Self::ExpectedPay => to.expected_pay = from.expected_pay.clone(),
            Self::Commute => to.commute = from.commute.clone(),
            Self::Certs => to.certs = from.certs.clone(),
            Self::SkillLevel => to.skill_level = from.skill_level,
            Self::Skills => to.skills = from.skills.clone(),
            Self::HighCraft => to.high_craft = from.high_craft,
            Self::RemoteNeeds => to.remote_needs = from.remote_needs.clone(),
            Self::Householder => to.householder = from.householder.clone(),
            Self::HouseholdRelation => to.household_relation = from.household_relation.clone(),
            Self::FamilyNote => to.family_note = from.family_note.clone(),
            Self::Health => to.health = from.health.clone(),
            Self::LabourAbility => to.labour_ability = from.labour_ability.clone(),
            Self::Guardian => to.guardian = from.guardian.clone(),
            Self::RetireCategory => to.retire_category = from.retire_category,
            Self::KeepFromFamily => {
                to.instructions.keep_from_family = from.instructions.keep_from_family;
            }
            Self::DoNotContact => to.instructions.do_not_contact = from.instructions.do_not_contact,
            Self::ContactHours => to.instructions.hours = from.instructions.hours.clone(),
            Self::SubsidyEligible => to.subsidy.eligible = from.subsidy.eligible,
            Self::SubsidyGround => to.subsidy.ground = from.subsidy.ground.clone(),
            Self::SubsidyJudgedOn => to.subsidy.judged_on = from.subsidy.judged_on,
            Self::ConsentOn => to.consent_on = from.consent_on,
            Self::Worker => to.worker = from.worker.clone(),
            Self::RegDate => to.reg_date = from.reg_date,
            Self::Note => to.note = from.note.clone(),
            Self::State => to.state = from.state,
            Self::StateSince => to.state_since = from.state_since,
            Self::StateReason => to.state_reason = from.state_reason.clone(),
            Self::FormerRefs => to.former_refs = from.former_refs.clone(),
        }
    }

    /// Whether two records say the same here.
    pub fn is_same(self, one: &PersonRecord, other: &PersonRecord) -> bool {
        let mut taken = one.clone();
        self.take(other, &mut taken);
        taken == *one
    }

    /// Whether anything stands there.
    pub fn is_known(self, record: &PersonRecord) -> bool {
        !self.is_same(record, &PersonRecord::default())
    }

    /// Whether a list shows it as one neutral mark only.
    pub fn is_sensitive(self) -> bool {
        matches!(
            self,
            Self::Health
                | Self::LabourAbility
                | Self::DisabilityKind
                | Self::DisabilityLevel
                | Self::DisabilityCert
                | Self::FamilyNote
        )
    }
}

/// `两后生 2025-09-01起`.
fn group_words(membership: &Membership, lang: Lang) -> String {
    let group = match lang {
        Lang::Zh => membership.group.short_zh(),
        Lang::En => membership.group.label(lang),
    };
    format!("{group} {}", membership.line())
        .trim_end()
        .to_owned()
}

fn yes_no(lang: Lang, yes: bool) -> String {
    if yes {
        lang.pick("是", "yes")
    } else {
        lang.pick("否", "no")
    }
    .to_owned()
}

/// The words as written; the label where they say no more.
fn written<T: Copy>(written: &Written<T>, label: impl Fn(T) -> &'static str) -> String {
    match written.value {
        Some(value) if written.text.is_empty() => label(value).to_owned(),
        _ => written.text.clone(),
    }
}

/// The last four of a number that begins with an id number.
fn masked_number(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(4);
    let stars = std::iter::repeat_n('*', hidden);
    stars.chain(number.chars().skip(hidden)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        group::Group,
        id_number::IdNumber,
        person::{RemoteNeed, Sex},
    };

    #[test]
    fn every_field_is_taken_over_and_told_alike() {
        let empty = PersonRecord::default();
        let full = PersonRecord {
            name: "欧阳·敏".to_owned(),
            sex: Some(Sex::Female),
            id_number: IdNumber::from_body("44990120080314326").ok(),
            phone: Phone::parse("16912345601"),
            groups: vec![Membership::undated(Group::YouthNotInSchool)],
            remote_needs: vec![RemoteNeed::Scattered, RemoteNeed::Remote],
            in_school: Some(false),
            ..PersonRecord::default()
        };
        for field in PersonField::ALL {
            assert_eq!(
                field.is_known(&full),
                !field.words(&full, Lang::Zh).is_empty(),
                "{field:?}"
            );
            let mut copy = empty.clone();
            field.take(&full, &mut copy);
            assert!(field.is_same(&copy, &full), "{field:?}");
        }
        let mut copy = empty;
        PersonField::ALL
            .iter()
            .for_each(|field| field.take(&full, &mut copy));
        assert_eq!(copy, full);
    }

    #[test]
    fn numbers_of_people_are_masked_in_words_and_in_history() {
        let told =
            |field: PersonField, raw: &str| field.told(&Told::Text(raw.to_owned()), Lang::Zh);
        assert_eq!(told(PersonField::Phone, "16912345601"), "169****5601");
        assert_eq!(told(PersonField::Sex, "female"), "女");
        assert_eq!(
            told(PersonField::RemoteNeeds, "scattered,remote"),
            "居住分散、偏远地区"
        );
        let cert = told(PersonField::DisabilityCert, "44990120080314326442");
        assert!(cert.starts_with("****") && cert.ends_with("6442"), "{cert}");
    }
}
