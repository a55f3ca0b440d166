//! What is said of people: levels, posts, certificates, plans.

use crate::domain::labels::labels;

labels! {
    /// 技能等级: 一级 is the highest, so compare ranks, never numbers.
    pub enum SkillLevel {
        None = "none", '0', "无", "None";
        ApprenticeLevel = "apprentice", ' ', "学徒工", "Apprentice";
        Five = "5", '5', "初级工(五级)", "Junior (level 5)";
        Four = "4", '4', "中级工(四级)", "Intermediate (level 4)";
        Three = "3", '3', "高级工(三级)", "Senior (level 3)";
        Two = "2", '2', "技师(二级)", "Technician (level 2)";
        One = "1", '1', "高级技师(一级)", "Senior technician (level 1)";
        Special = "special", ' ', "特级技师", "Special technician";
        Chief = "chief", ' ', "首席技师", "Chief technician";
    }
}

impl SkillLevel {
    /// Rank for comparing: higher is more skilled.
    pub fn rank(self) -> u8 {
        match self {
            Self::None => 0,
            Self::ApprenticeLevel => 1,
            Self::Five => 2,
            Self::Four => 3,
            Self::Three => 4,
            Self::Two => 5,
            Self::One => 6,
            Self::Special => 7,
            Self::Chief => 8,
        }
    }
}

labels! {
    /// 岗位类别 of somebody who works.
    pub enum PostKind {
        FrontLine = "front_line", '1', "一线操作工", "Front-line operative";
        Backbone = "backbone", '2', "技术技能骨干", "Skilled backbone";
        BaseLevel = "base_level", '3', "基层在岗", "Base-level staff";
        Manager = "manager", '4', "管理人员", "Manager";
        TechBackbone = "tech_backbone", '5', "技术骨干", "Technical backbone";
        SkilledPost = "skilled_post", '6', "技能岗位", "Skilled post";
        Principal = "principal", '7', "主要负责人", "Principal";
        SafetyStaff = "safety_staff", '8', "安全管理人员", "Safety manager";
        Leader = "team_leader", '9', "班组长", "Team leader";
        NewPost = "new_post", ' ', "新上岗", "New in the post";
        Domestic = "domestic", ' ', "家政服务人员", "Domestic-service worker";
        ApprenticePost = "apprentice", ' ', "学徒", "Apprentice";
        OtherPost = "other", '0', "其他", "Other";
    }
}

labels! {
    /// 受影响状态 of a worker of an affected firm.
    pub enum AffectedState {
        AtPost = "at_post", '1', "受影响在岗", "Affected, at the post";
        Moved = "moved", '2', "转岗", "Moved to another post";
        Diverted = "diverted", '3', "分流转岗", "Diverted to another post";
        Halted = "halted", '4', "长期停工转产", "Long halt or change of production";
        Dismissed = "dismissed", '5', "被裁员", "Dismissed";
        Unaffected = "none", '0', "无", "Not affected";
    }
}

labels! {
    /// 离职原因.
    pub enum EndReason {
        Rescinded = "rescinded", '1', "解除", "Rescinded";
        Expired = "expired", '2', "终止", "Ended";
        OtherEnd = "other", '0', "其他", "Other";
    }
}

labels! {
    /// 证书种类.
    pub enum CertificateKind {
        Qualification = "qualification", '1', "职业资格评价", "Vocational qualification";
        SkillLevelCert = "skill_level", '2', "职业技能等级认定", "Skill level";
        SpecialAbility = "special_ability", '3', "专项职业能力考核", "Special ability";
        IndustryDemand = "industry_demand", '4', "行业企业岗位要求", "Demand of trade or post";
        FirmOwn = "firm_own", '5', "企业自主评价", "Firm's own evaluation";
        CourseCompletion = "completion", '6', "培训结业", "Course completion";
        Farming = "farming", '7', "农业技能鉴定", "Farming skill";
        SpecialOperation = "special_operation", '8', "特种作业操作证", "Special-operations permit";
        Safety = "safety", '9', "安全生产知识和管理能力合格证", "Safety knowledge certificate";
        OnePlusX = "one_plus_x", ' ', "1+X 职业技能等级证书", "1+X skill certificate";
        Grading = "grading", ' ', "定级评价", "Grading";
        Promotion = "promotion", ' ', "晋级评价", "Promotion";
        Contest = "contest", ' ', "职业技能竞赛", "Skill contest";
        SchoolOwn = "school_own", ' ', "职业院校认证", "School's certification";
        SocialEntrusted = "entrusted", ' ', "社会化委托鉴定", "Entrusted appraisal";
    }
}

labels! {
    /// 评价方式.
    pub enum EvalEvent {
        GradingEvent = "grading", '1', "定级评价", "Grading";
        PromotionEvent = "promotion", '2', "晋级评价", "Promotion";
        ContestEvent = "contest", '3', "竞赛", "Contest";
        Appraisal = "appraisal", '4', "鉴定", "Appraisal";
    }
}

labels! {
    /// 退役军人类别.
    pub enum VeteranKind {
        Soldier = "soldier", '1', "自主就业退役士兵", "Soldier, self-chosen employment";
        Officer = "officer", '2', "自主择业军转干部", "Officer, self-chosen career";
        Demobilised = "demobilised", '3', "复员干部", "Demobilised officer";
        Student = "student", '4', "大学生士兵", "Student soldier";
    }
}

labels! {
    /// 评估阶段.
    pub enum AssessmentStage {
        BeforeTraining = "before", '1', "培训前", "Before training";
        FollowUpStage = "follow_up", '2', "跟踪性", "Follow-up";
    }
}

labels! {
    /// 计划状态.
    pub enum PlanState {
        Planned = "planned", '1', "拟定", "Planned";
        Running = "running", '2', "执行中", "Running";
        Done = "done", '3', "完成", "Done";
        Dropped = "dropped", '4', "放弃", "Dropped";
    }
}

labels! {
    /// 创业阶段.
    pub enum VentureStage {
        Wishes = "wishes", '1', "有意愿", "Wishes to";
        Early = "early", '2', "初期", "Early";
        Started = "started", '3', "已创业", "Started";
    }
}

labels! {
    /// 创业形式.
    pub enum VentureKind {
        SoleTrader = "sole_trader", '1', "个体工商户", "Sole trader";
        SmallFirm = "small_firm", '2', "小微企业", "Small firm";
        FarmStay = "farm_stay", '3', "农家乐", "Farm stay";
        Eatery = "eatery", '4', "小餐馆", "Eatery";
        Online = "online", '5', "电商", "Online shop";
    }
}

labels! {
    /// 材料种类.
    pub enum EvidenceKind {
        PaperForm = "form", '1', "表格", "Form";
        Photo = "photo", '2', "照片", "Photo";
        File = "file", '3', "文件", "File";
    }
}

labels! {
    /// 学历状态.
    pub enum SchoolingState {
        Graduated = "graduated", '1', "毕业", "Graduated";
        Ended = "ended", '2', "结业", "Ended without diploma";
        BrokenOff = "broken_off", '3', "肄业", "Broken off";
        Attending = "attending", '4', "在读", "Attending";
    }
}

labels! {
    /// 退休类别.
    pub enum RetireCategory {
        Men = "men", '1', "男", "Men";
        WomenStaff = "women_staff", '2', "女干部", "Women, staff";
        WomenWorkers = "women_workers", '3', "女工人", "Women, workers";
    }
}
