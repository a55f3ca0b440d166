//! What is said of classes, training bodies and apprentices.

use crate::domain::labels::labels;

labels! {
    /// 机构类别.
    pub enum InstitutionKind {
        VocationalSchool = "vocational_school", '1', "职业院校（含技工院校）", "Vocational school";
        College = "college", '2', "高等学校", "College";
        TrainingBody = "training_body", '3', "培训机构", "Training body";
        TrainingCentre = "training_centre", '4', "就业训练中心", "Employment training centre";
        PracticeBase = "practice_base", '5', "实训基地", "Practice base";
        VentureBase = "venture_base", '6', "创业培训基地", "Venture training base";
        Incubator = "incubator", '7', "创业孵化基地", "Incubator";
        MakerSpace = "maker_space", '8', "众创空间", "Maker space";
        CateringBody = "catering_body", '9', "餐饮行业协会", "Catering association";
        FirmCentre = "firm_centre", ' ', "企业培训中心", "Firm's training centre";
        CoopSchool = "coop_school", ' ', "供销社系统直属学校", "Co-operative's own school";
    }
}

labels! {
    /// 机构状态.
    pub enum InstitutionState {
        Normal = "normal", '1', "正常", "Normal";
        Mending = "mending", '2', "整改", "Under rectification";
        Withdrawn = "withdrawn", '3', "退出", "Withdrawn";
    }
}

labels! {
    /// 班次阶段: 开班申请 → 过程检查 → 结业审核.
    pub enum ClassStage {
        Applied = "applied", '1', "开班申请", "Applied for";
        Approved = "approved", '2', "已批准", "Approved";
        Opened = "opened", '3', "已开班", "Opened";
        Checking = "checking", '4', "过程检查", "Process check";
        Reviewing = "reviewing", '5', "结业审核", "Completion review";
        Closed = "closed", '6', "已结业", "Completed";
        SentBack = "sent_back", '7', "退回", "Sent back";
        CalledOff = "called_off", '8', "取消", "Called off";
    }
}

labels! {
    /// 检查方式.
    pub enum CheckKind {
        OpeningVisit = "opening", '1', "开班到场", "Opening visit";
        SpotCheck = "spot", '2', "随机抽查", "Spot check";
        ClosingVisit = "closing", '3', "结业到场", "Completion visit";
    }
}

labels! {
    /// 检查结果.
    pub enum CheckResult {
        Passed = "passed", '1', "合格", "Passed";
        ToMend = "to_mend", '2', "需整改", "To be mended";
        FailedCheck = "failed", '3', "不合格", "Failed";
    }
}

labels! {
    /// 参训状态.
    pub enum EnrolmentStatus {
        Intends = "intends", '1', "意向", "Intends";
        Enrolled = "enrolled", '2', "已报名", "Enrolled";
        InTraining = "training", '3', "在训", "In training";
        Completed = "completed", '4', "结业", "Completed";
        NotCompleted = "not_completed", '5', "未结业", "Not completed";
        Left = "left", '6', "退出", "Left";
    }
}

impl EnrolmentStatus {
    /// True where a seat of the class is taken.
    pub fn takes_a_seat(code: &str) -> bool {
        matches!(
            code,
            "enrolled" | "training" | "completed" | "not_completed"
        )
    }
}

labels! {
    /// 培训轮次.
    pub enum TrainRound {
        First = "first", '1', "初次", "First";
        Again = "again", '2', "再培训", "Again";
        Continued = "continued", '3', "继续教育", "Continued education";
    }
}

labels! {
    /// 学员身份.
    pub enum TraineeRole {
        Trainee = "trainee", '1', "学员", "Trainee";
        HouseholdEmployer = "employer", '2', "雇主", "Household employer";
        Relative = "relative", '3', "家属", "Relative";
        SupportTutor = "support_tutor", '4', "支持性就业辅导员", "Supported-employment tutor";
        ServiceStaff = "service_staff", '5', "就业服务人员", "Employment staff";
    }
}

labels! {
    /// 资金来源.
    pub enum FundSource {
        EmploymentFund = "employment_fund", '1', "就业专项资金", "Employment fund";
        UnemploymentInsurance = "unemployment_insurance", '2', "失业保险基金", "Unemployment insurance fund";
        StaffEducation = "staff_education", '3', "职工教育经费", "Staff education funds";
        Donation = "donation", '4', "社会捐助赞助", "Donations";
        Own = "own", '5', "劳动者个人付费", "Paid by the worker";
        EmploymentSubsidy = "employment_subsidy", '6', "就业补助资金", "Employment subsidy";
        SkillAction = "skill_action", '7', "失业保险基金支持职业技能提升行动专项资金", "Skill action special fund";
        Advancement = "advancement", '8', "劳动力技能晋升培训资金", "Skill advancement funds";
        LocalTalent = "local_talent", '9', "地方人才经费", "Local talent funds";
        Industry = "industry", ' ', "行业产业发展经费", "Industry development funds";
    }
}

labels! {
    /// 补贴对象.
    pub enum Payee {
        Firm = "firm", '1', "企业", "Firm";
        Individual = "individual", '2', "个人", "Individual";
    }
}

labels! {
    /// 主管部门 of a training.
    pub enum Department {
        HumanResources = "hrss", '1', "人社", "Human resources";
        Education = "education", '2', "教育", "Education";
        Agriculture = "agriculture", '3', "农业农村", "Agriculture";
        Veterans = "veterans", '4', "退役军人", "Veterans' affairs";
        Emergency = "emergency", '5', "应急", "Emergency management";
        DisabledFederation = "disabled", '6', "残联", "Disabled persons' federation";
        OtherDepartment = "other", '0', "其他", "Other";
    }
}

labels! {
    /// 学徒制.
    pub enum Scheme {
        NewApprentice = "firm", '1', "企业新型学徒制", "Firm's new apprenticeship";
        ModernApprentice = "school", '2', "现代学徒制", "Modern apprenticeship";
    }
}

labels! {
    /// 备案状态.
    pub enum FilingState {
        NotFiled = "not_filed", '1', "未备案", "Not filed";
        Filed = "filed", '2', "已报", "Filed";
        PassedFiling = "passed", '3', "通过", "Passed";
        Returned = "returned", '4', "退回", "Returned";
    }
}

labels! {
    /// 培训类型.
    pub enum TrainingKind {
        BeforePost = "before_post", '1', "岗前", "Before the post";
        Upgrade = "upgrade", '2', "岗位提升", "Post upgrade";
        Transfer = "transfer", '3', "转岗", "Transfer";
        ApprenticeTraining = "apprentice", '4', "学徒", "Apprentice";
        PostSkill = "post_skill", '5', "岗位技能提升", "Post skill upgrade";
        Rotation = "rotation", '6', "在岗轮训", "In-post rotation";
        Employment = "employment", '7', "就业技能培训", "Employment skill";
        Venture = "venture", '8', "创业培训", "Venture";
        Adaptation = "adaptation", '9', "适应性培训", "Adaptation";
        Refresher = "refresher", ' ', "回炉", "Refresher";
        Practical = "practical", ' ', "实用技术", "Practical technique";
        Internship = "internship", ' ', "就业实习", "Internship";
        EmployerTraining = "employer", ' ', "雇主培训", "Household employers";
        ParentTraining = "parent", ' ', "家长培训", "Parents";
        SafetyTraining = "safety", ' ', "安全培训", "Safety";
    }
}

labels! {
    /// 送教方式.
    pub enum TrainingDelivery {
        Regular = "regular", '1', "请进来学制培养", "Regular schooling";
        OnSite = "on_site", '2', "送上门短期培训", "Short course brought to the door";
        Distance = "distance", '3', "普及性远程教育", "Distance education";
        Organised = "organised", '4', "组织化劳务协作", "Organised labour co-operation";
        Classroom = "classroom", '5', "集中授课", "Classroom";
    }
}

labels! {
    /// 订单形式.
    pub enum OrderForm {
        ByOrder = "order", '1', "订单式", "By order";
        Directed = "directed", '2', "定向式", "Directed";
        ForPost = "for_post", '3', "定岗式", "For a post";
        Dual = "dual", '4', "校企双制", "School and firm";
        Ordinary = "ordinary", '5', "普通", "Ordinary";
    }
}

labels! {
    /// 授课形式.
    pub enum Mode {
        Online = "online", '1', "线上", "Online";
        Offline = "offline", '2', "线下", "On site";
        Mixed = "mixed", '3', "线上线下", "Both";
    }
}

labels! {
    /// 专项工程.
    pub enum Programme {
        NewGeneration = "new_generation", '1', "新生代产业工人", "New-generation industrial workers";
        CantoneseChef = "cantonese_chef", '2', "粤菜师傅", "Cantonese chefs";
        Domestic = "domestic", '3', "南粤家政", "Domestic service";
        Apprentices = "apprentices", '4', "企业学徒", "Firm apprentices";
        Transfer = "transfer", '5', "企业职工转岗转业", "Transfer of workers";
        Rural = "rural", '6', "农村劳动力精准培训", "Rural labour";
        Veterans = "veterans", '7', "退役军人", "Veterans";
        SchoolLeavers = "school_leavers", '8', "两后生", "School leavers";
        Safety = "safety", '9', "安全技能", "Safety skills";
        Disabled = "disabled", '0', "残疾人", "Disabled people";
        Clusters = "clusters", ' ', "战略性新兴产业集群百万工人", "Million workers of the clusters";
    }
}

labels! {
    /// 补贴种类.
    pub enum SubsidyKind {
        TrainingSubsidy = "training", '1', "职业培训补贴", "Training subsidy";
        AppraisalSubsidy = "appraisal", '2', "职业技能鉴定补贴", "Appraisal subsidy";
        LivingSubsidy = "living", '3', "生活费补贴", "Living allowance";
        ApprenticeSubsidy = "apprentice", '4', "学徒培训补贴", "Apprentice subsidy";
        EvaluationSubsidy = "evaluation", '5', "评价补贴", "Evaluation subsidy";
    }
}
