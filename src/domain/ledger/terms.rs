//! Closed lists of the ledgers, with the exact terms of the documents.
//!
//! Codes never change; a list may grow at its end.

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
    /// 企业规模.
    pub enum FirmSize {
        Large = "large", '1', "大型", "Large";
        Medium = "medium", '2', "中型", "Medium";
        Small = "small", '3', "小型", "Small";
        Micro = "micro", '4', "微型", "Micro";
    }
}

labels! {
    /// 行业类别 of a firm.
    pub enum Industry {
        Strategic = "strategic", '1', "战略性新兴产业", "Strategic emerging industry";
        Manufacturing = "manufacturing", '2', "先进制造业", "Advanced manufacturing";
        Services = "services", '3', "现代服务业", "Modern services";
        OtherIndustry = "other", '0', "其他", "Other";
    }
}

labels! {
    /// 用工方式 of a domestic-service firm.
    pub enum StaffMode {
        Staff = "staff", '1', "员工制", "Own staff";
        Agency = "agency", '2', "中介制", "Agency";
    }
}

labels! {
    /// 信用名单.
    pub enum CreditList {
        Red = "red", '1', "红名单", "Red list";
        Black = "black", '2', "黑名单", "Black list";
        Neither = "none", '0', "无", "Neither";
    }
}

labels! {
    /// 高危行业.
    pub enum Hazard {
        Chemical = "chemical", '1', "化工", "Chemicals";
        Mining = "mining", '2', "非煤矿山", "Non-coal mining";
        Smelting = "smelting", '3', "金属冶炼", "Metal smelting";
        Fireworks = "fireworks", '4', "烟花爆竹", "Fireworks";
        Explosives = "explosives", '5', "民用爆炸物品", "Civil explosives";
        Construction = "construction", '6', "建筑施工", "Construction";
        Dust = "dust", '7', "粉尘涉爆", "Explosive dust";
        Confined = "confined", '8', "有限空间", "Confined space";
        Ammonia = "ammonia", '9', "涉氨制冷", "Ammonia refrigeration";
    }
}

labels! {
    /// 岗位去向 of a recommendation.
    pub enum RecommendationResult {
        Hired = "hired", '1', "入职", "Hired";
        NotHired = "not_hired", '2', "落选", "Not hired";
        NotTaken = "not_taken", '3', "未应聘", "Did not apply";
        JoinedCourse = "joined", '4', "参训", "Joined the course";
        LeftPost = "left", '5', "已离职", "Left again";
        NoResult = "no_result", '0', "无结果", "No result";
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
    /// 区域.
    pub enum Region {
        Delta = "delta", '1', "珠三角", "Pearl River Delta";
        East = "east", '2', "粤东", "East";
        West = "west", '3', "粤西", "West";
        North = "north", '4', "粤北", "North";
    }
}

labels! {
    /// 地区标记.
    pub enum AreaTag {
        OldBase = "old_base", '1', "老区", "Old base area";
        Soviet = "soviet", '2', "苏区", "Former soviet area";
        Ethnic = "ethnic", '3', "民族地区", "Ethnic area";
        PoorVillage = "poor_village", '4', "省定贫困村", "Province-listed poor village";
        DeepPoor = "deep_poor", '5', "深度贫困县", "Deeply poor county";
    }
}

labels! {
    /// 活动种类.
    pub enum EventKind {
        SpecialFair = "special_fair", '1', "专场招聘", "Special fair";
        Meeting = "meeting", '2', "供需见面会", "Supply and demand meeting";
        Publicity = "publicity", '3', "宣传", "Publicity";
        OpenFair = "fair", '4', "招聘会", "Job fair";
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

labels! {
    /// 技能类型 of an occupation.
    pub enum SkillType {
        Operating = "operating", '1', "操作技能型", "Operating skill";
        Knowledge = "knowledge", '2', "知识技能型", "Knowledge skill";
    }
}

labels! {
    /// 评价依据 of an occupation.
    pub enum StandardKind {
        National = "national", '1', "国家职业技能标准", "National standard";
        TradeStandard = "trade", '2', "行业企业评价规范", "Trade or firm standard";
        NoStandard = "none", '0', "无", "None";
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
