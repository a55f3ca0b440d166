//! Groups of people that policies speak of (人员类别), with the exact terms of the documents.

mod line;

pub use line::LineProblem;

use super::labels::labels;
use chrono::NaiveDate;

labels! {
    /// A group of people. The terms are those of 粤人社函〔2019〕1812号 and of the rosters that
    /// townships keep; a narrower term stands as its own value.
    pub enum Group {
        YouthNotInSchool = "lianghousheng", ' ', "两后生", "School leaver (两后生)";
        RegisteredPoor = "jiandanglika", ' ', "建档立卡贫困劳动力", "Registered poor (jiandanglika)";
        RegisteredPoorHousehold = "jdlk_household", ' ', "建档立卡贫困家庭", "Registered poor household";
        PoorFamilyChild = "poor_child", ' ', "贫困家庭子女", "Child of a poor family";
        OutOfPoverty = "tuopin", ' ', "脱贫人口", "Lifted out of poverty";
        PovertyMonitored = "fanpin", ' ', "防止返贫监测对象", "Monitored against return to poverty";
        RuralLabour = "rural_labour", ' ', "农村劳动力", "Rural labour";
        RuralMigrant = "rural_migrant", ' ', "农村转移劳动者", "Rural migrant labour";
        MigrantWorker = "nongmingong", ' ', "农民工", "Migrant worker";
        YoungMigrantWorker = "new_nongmingong", ' ', "新生代农民工", "New-generation migrant worker";
        NewGenerationWorker = "new_generation_worker", ' ', "新生代产业工人", "New-generation industrial worker";
        NewFarmer = "new_farmer", ' ', "新型职业农民", "New professional farmer";
        RuralTalent = "rural_talent", ' ', "农村实用人才", "Rural practical talent";
        RuralTalentLeader = "rural_talent_leader", ' ', "农村实用人才带头人", "Leading rural talent";
        RuralArtisan = "rural_artisan", ' ', "乡村工匠", "Rural artisan";
        VillageFounder = "village_founder", ' ', "贫困村创业致富带头人", "Founder leading a poor village";
        LeadGoose = "lead_goose", ' ', "领头雁", "Lead goose (returned founder)";
        ReturnedYoungFounder = "returned_founder", ' ', "返乡创业青年", "Returned young founder";
        SupplyCoop = "supply_coop", ' ', "供销社系统", "Supply and marketing co-operative";
        EnterpriseWorker = "enterprise_worker", ' ', "企业职工", "Enterprise worker";
        AffectedWorker = "affected_worker", ' ', "受影响企业职工", "Worker of an affected enterprise";
        TransferredWorker = "transferred_worker", ' ', "转岗职工", "Transferred worker";
        DismissedWorker = "dismissed_worker", ' ', "被裁员职工", "Dismissed worker";
        Unemployed = "unemployed", ' ', "失业人员", "Unemployed person";
        RegisteredUnemployed = "registered_unemployed", ' ', "城镇登记失业人员", "Registered urban unemployed";
        GraduateJobless = "graduate_jobless", ' ', "未就业高校毕业生", "Graduate without work";
        Graduate = "graduate", ' ', "高校毕业生", "College graduate";
        Public = "public", ' ', "社会人员", "Member of the public";
        Veteran = "veteran", ' ', "退役军人", "Veteran";
        VeteranSelfEmployed = "veteran_self", ' ', "自主就业退役士兵", "Veteran soldier, self-chosen employment";
        VeteranOfficer = "veteran_officer", ' ', "自主择业军转干部", "Veteran officer, self-chosen career";
        VeteranDemobilised = "veteran_demobilised", ' ', "复员干部", "Demobilised officer";
        VeteranStudent = "veteran_student", ' ', "大学生士兵", "Student soldier";
        Apprentice = "apprentice", ' ', "学徒", "Apprentice";
        DomesticWorker = "domestic_worker", ' ', "家政服务从业人员", "Domestic-service worker";
        SpecialOperator = "special_operator", ' ', "特种作业人员", "Special-operations worker";
        HighRiskPrincipal = "high_risk_principal", ' ', "高危企业主要负责人", "Principal of a high-risk enterprise";
        SafetyManager = "safety_manager", ' ', "安全管理人员", "Safety manager";
        TeamLeader = "team_leader", ' ', "班组长", "Team leader";
        Disabled = "disabled", ' ', "残疾人", "Disabled person";
        Blind = "blind", ' ', "盲人", "Blind person";
        DisabledPoor = "disabled_poor", ' ', "建档立卡贫困残疾人", "Registered poor disabled person";
        DisabledGraduate = "disabled_graduate", ' ', "残疾毕业生", "Disabled graduate";
        DisabledSkilled = "disabled_skilled", ' ', "残疾人高技能人才", "Highly skilled disabled person";
        DisabledFounder = "disabled_founder", ' ', "残疾人创业带头人", "Disabled founder";
        DisabledYoung = "disabled_young", ' ', "青壮年残疾人", "Disabled person of working age";
        DisabledFamily = "disabled_family", ' ', "残疾人家长/家属", "Parent or relative of a disabled person";
        HeritageBearer = "heritage_bearer", ' ', "非遗传承人", "Bearer of intangible heritage";
        RuralNewLabour = "rural_new_labour", ' ', "农村新成长劳动力", "New rural labour";
        Employer = "employer", ' ', "雇主", "Household employer";
        SupportTutor = "support_tutor", ' ', "支持性就业辅导员", "Supported-employment tutor";
        DisabledServiceStaff = "disabled_service", ' ', "残疾人就业服务人员", "Disability employment staff";
        SkillLeader = "skill_leader", ' ', "高技能领军人才", "Leading highly skilled worker";
        SkillTop = "skill_top", ' ', "拔尖技能人才", "Top skilled worker";
        SmeBackbone = "sme_backbone", ' ', "中小微企业技术骨干", "Technical backbone of a small enterprise";
        Relocated = "relocated", ' ', "易地扶贫搬迁人员", "Relocated out of poverty";
        HardToEmploy = "hard_to_employ", ' ', "就业困难人员", "Hard to employ";
        ZeroWorkHousehold = "zero_work_household", ' ', "零就业家庭", "Household without work";
        LowIncome = "dibao", ' ', "城乡低保", "Minimum-living allowance";
        OlderUnemployed = "older_unemployed", ' ', "大龄失业人员", "Older unemployed";
        Age4050 = "age_4050", ' ', "4050人员", "Aged 40/50 and hard to employ";
    }
}

impl Group {
    /// The short label that rosters and lists use, where it differs from the documents' term.
    pub fn short_zh(self) -> &'static str {
        match self {
            Self::RegisteredPoor => "建档立卡",
            Self::LowIncome => "低保家庭",
            Self::RegisteredUnemployed => "登记失业",
            other => other.label(crate::text::Lang::Zh),
        }
    }

    /// Disability, poverty and the like: on lists such a group is one neutral 重点 mark
    /// (`experience.md` §1.5).
    pub fn is_sensitive(self) -> bool {
        use Group::*;
        matches!(
            self,
            RegisteredPoor
                | RegisteredPoorHousehold
                | PoorFamilyChild
                | OutOfPoverty
                | PovertyMonitored
                | Disabled
                | Blind
                | DisabledPoor
                | DisabledGraduate
                | DisabledSkilled
                | DisabledFounder
                | DisabledYoung
                | DisabledFamily
                | Relocated
                | HardToEmploy
                | ZeroWorkHousehold
                | LowIncome
        )
    }

    /// True where being in `self` means being in `wider` as well (a blind person is a disabled
    /// person; 就业困难人员 includes 4050人员, 零就业家庭, 低保 and 残疾人).
    pub fn is_within(self, wider: Self) -> bool {
        use Group::*;
        if self == wider {
            return true;
        }
        match wider {
            Disabled => matches!(
                self,
                Blind
                    | DisabledPoor
                    | DisabledGraduate
                    | DisabledSkilled
                    | DisabledFounder
                    | DisabledYoung
            ),
            Veteran => matches!(
                self,
                VeteranSelfEmployed | VeteranOfficer | VeteranDemobilised | VeteranStudent
            ),
            HardToEmploy => {
                matches!(self, Age4050 | ZeroWorkHousehold | LowIncome) || self.is_within(Disabled)
            }
            RegisteredPoor => matches!(self, DisabledPoor),
            Unemployed => matches!(
                self,
                RegisteredUnemployed | OlderUnemployed | DismissedWorker
            ),
            Graduate => matches!(self, GraduateJobless | DisabledGraduate),
            MigrantWorker => matches!(self, YoungMigrantWorker),
            RuralTalent => matches!(self, RuralTalentLeader),
            EnterpriseWorker => matches!(self, AffectedWorker | TransferredWorker | SmeBackbone),
            _ => false,
        }
    }
}

labels! {
    /// What a membership is proved by.
    pub enum EvidenceKind {
        Certificate = "certificate", '1', "证件", "Certificate";
        List = "list", '2', "名单", "List";
        Letter = "letter", '3', "证明", "Letter";
        Declaration = "declaration", '4', "声明", "Declaration";
        Other = "other", '5', "其他", "Other";
    }
}

labels! {
    /// Who says that somebody belongs to a group.
    pub enum GroupSource {
        Themself = "self", '1', "本人", "The person";
        School = "school", '2', "学校", "School";
        CivilAffairs = "civil_affairs", '3', "民政", "Civil affairs";
        DisabledFederation = "disabled_federation", '4', "残联", "Disabled persons' federation";
        Veterans = "veterans", '5', "退役军人", "Veterans' affairs";
        RuralRevival = "rural_revival", '6', "乡村振兴", "Rural revitalisation";
    }
}

/// Membership in a group, dated. Rows end, they are never deleted; a group imported without dates
/// counts as valid (policy register §6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The group.
    pub group: Group,
    /// First day, inclusive; `None` is not known.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive; `None` is open.
    pub to: Option<NaiveDate>,
    /// Certificate, list or other ground: its number or its words.
    pub evidence: Option<String>,
    /// Kind of that ground.
    pub evidence_kind: Option<EvidenceKind>,
    /// Day of recognition (认定).
    pub recognised_on: Option<NaiveDate>,
    /// Who says so.
    pub source: Option<GroupSource>,
    /// The ground was looked at.
    pub verified: bool,
}

impl Membership {
    /// A membership without dates, as rosters bring them.
    pub fn undated(group: Group) -> Self {
        Self {
            group,
            from: None,
            to: None,
            evidence: None,
            evidence_kind: None,
            recognised_on: None,
            source: None,
            verified: false,
        }
    }

    /// Whether it counts on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
