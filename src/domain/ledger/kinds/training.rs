//! Classes, who is in them, and apprentices.

use super::kind;

kind! {
    /// 课程要素: what is certain of a course beyond the words it is advertised with.
    course_facts("course_facts") = "课程要素", "Course facts", "KY" {
        COURSE "course" Leads(Link::Course), "课程", "Course", needed;
        PROGRAMME "programme" One(terms::Programme::TERMS), "专项工程", "Programme";
        TRACK "track" Text, "专业方向", "Track";
        CUISINE "cuisine" Text, "菜系", "Cuisine";
        OCCUPATION_CODE "occupation_code" Text, "职业编码", "Occupation code";
        LEVEL "level" One(terms::SkillLevel::TERMS), "等级", "Level";
        MODE "mode" One(terms::Mode::TERMS), "授课形式", "Mode";
        TRAINING_KIND "training_kind" One(terms::TrainingKind::TERMS), "培训类型", "Kind of training";
        DELIVERY "delivery" One(terms::TrainingDelivery::TERMS), "送教方式", "Delivery";
        ORDER_FORM "order_form" One(terms::OrderForm::TERMS), "订单形式", "Order form";
        HOURS_THEORY "hours_theory" Number(0, 10_000), "理论课时", "Hours of theory";
        HOURS_PRACTICE "hours_practice" Number(0, 10_000), "实操课时", "Hours of practice";
        HOURS_TOTAL "hours_total" Number(0, 10_000), "总课时", "Hours in all";
        EVAL_KIND "eval_kind" One(terms::CertificateKind::TERMS), "评价种类", "Evaluation";
        MIN_SCHOOLING "min_schooling" One(person::Schooling::TERMS), "最低学历", "Least schooling";
        MIN_AGE "min_age" Number(0, 120), "最低年龄", "Youngest";
        MAX_AGE "max_age" Number(0, 120), "最高年龄", "Oldest";
        SPECIAL_OP "special_op" Text, "特种作业类别", "Special operation";
        ACCESSIBLE "accessible" Many(person::DisabilityKind::TERMS), "适合残疾类别", "Suited to disabilities";
        SUBSIDY_ITEM "subsidy_item" Text, "补贴项目", "Subsidy item";
        FEE "fee" Yuan, "费用", "Fee";
        PACKAGE "package" Text, "职业培训包", "Training package";
        LINKED_VACANCY "linked_vacancy" Leads(Link::Vacancy), "对接岗位", "Vacancy it leads to";
        CLUSTER "cluster" Text, "产业集群", "Cluster";
        FOR_GROUPS "for_groups" Many(crate::domain::group::Group::TERMS), "面向人群", "For groups";
        IS_KEY_MAJOR "is_key_major" Flag, "重点专业", "Key major";
        HAS_GUIDANCE "has_guidance" Flag, "含就业指导", "Includes guidance";
    } checks {
        Check::AtMost(MIN_AGE, MAX_AGE);
        Check::AtMost(HOURS_THEORY, HOURS_TOTAL);
        Check::AtMost(HOURS_PRACTICE, HOURS_TOTAL);
    }
}

kind! {
    /// 班次: from application to completion review (开班申请 → 过程检查 → 结业审核).
    class("classes") = "班次", "Class", "B" {
        TITLE "title" Text, "班名", "Name", needed;
        COURSE "course" Leads(Link::Course), "课程", "Course";
        INSTITUTION "institution" Leads(Link::Entry("institution")), "培训机构", "Institution";
        PLACE "place" Text, "地点", "Place";
        WORKER "worker" Text, "责任人", "Responsible worker";
        STAGE "stage" One(terms::ClassStage::TERMS), "阶段", "Stage", needed;
        APPLIED_ON "applied_on" Date, "申请日期", "Applied on";
        APPROVED_ON "approved_on" Date, "批准日期", "Approved on";
        OPENS_ON "opens_on" Date, "开班日期", "Opens on";
        CLOSES_ON "closes_on" Date, "结业日期", "Closes on";
        REVIEWED_ON "reviewed_on" Date, "结业审核日期", "Reviewed on";
        SEATS "seats" Number(1, 10_000), "名额", "Seats";
        VETERAN_SEATS "veteran_seats" Number(0, 10_000), "退役军人名额", "Seats for veterans";
        OPENING_VISIT_ON "opening_visit_on" Date, "开班到场日期", "Opening visit on";
        CLOSING_VISIT_ON "closing_visit_on" Date, "结业到场日期", "Completion visit on";
        ARCHIVE_COMPLETE "archive_complete" Flag, "培训班档案齐全", "Archive complete";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(APPLIED_ON, APPROVED_ON);
        Check::InOrder(OPENS_ON, CLOSES_ON);
        Check::InOrder(CLOSES_ON, REVIEWED_ON);
        Check::AtMost(VETERAN_SEATS, SEATS);
        Check::Needs(STAGE, "opened", OPENS_ON);
        Check::Needs(STAGE, "closed", CLOSES_ON);
    }
}

kind! {
    /// 开班检查.
    class_check("class_checks") = "开班检查", "Class check", "JC" {
        CLASS "class" Leads(Link::Entry("class")), "班次", "Class", needed;
        CHECKED_ON "checked_on" Date, "检查日期", "Day", needed;
        CHECKER "checker" Text, "检查人", "By";
        CHECK_KIND "check_kind" One(terms::CheckKind::TERMS), "检查方式", "Kind", needed;
        DUE_COUNT "due_count" Number(0, 10_000), "应到人数", "Should be there";
        HEADCOUNT "headcount" Number(0, 10_000), "实到人数", "Are there";
        SIGNED_FOR "signed_for" Number(0, 10_000), "代签人数", "Signed for by others";
        PHOTO "photo" Text, "照片号", "Photo";
        RESULT "result" One(terms::CheckResult::TERMS), "结果", "Result";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::AtMost(HEADCOUNT, DUE_COUNT);
        Check::AtMost(SIGNED_FOR, DUE_COUNT);
    }
}

kind! {
    /// 参训: one person in one class.
    enrolment("enrolments") = "参训", "Enrolment", "CX" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        CLASS "class" Leads(Link::Entry("class")), "班次", "Class", needed;
        STATUS "status" One(terms::EnrolmentStatus::TERMS), "状态", "Status", needed;
        ENROLLED_ON "enrolled_on" Date, "报名日期", "Enrolled on";
        COMPLETED_ON "completed_on" Date, "结业日期", "Completed on";
        MASTERED "mastered" Flag, "掌握一门实用技术", "Mastered a technique";
        MASTERED_BY "mastered_by" Text, "掌握情况确认人", "Mastery confirmed by";
        HOURS_ATTENDED "hours_attended" Number(0, 10_000), "出勤课时", "Hours attended";
        DAYS_ATTENDED "days_attended" Number(0, 1_000), "出勤天数", "Days attended";
        TRAIN_ROUND "train_round" One(terms::TrainRound::TERMS), "培训轮次", "Round";
        ASSESSED_BY "assessed_by" Text, "考核单位", "Assessed by";
        TRAINEE_ROLE "trainee_role" One(terms::TraineeRole::TERMS), "学员身份", "Role";
        FIRST_EVER "first_ever" Flag, "新增培训", "Trained for the first time";
        ENTERED_ON "entered_on" Date, "实名录入日期", "Entered by name on";
        FUND_SOURCE "fund_source" One(terms::FundSource::TERMS), "资金来源", "Funds";
        SUBSIDISED "subsidised" Flag, "已补贴", "Subsidised";
        SUBSIDY_PAYEE "subsidy_payee" One(terms::Payee::TERMS), "补贴对象", "Paid to";
        SUBSIDY_REF "subsidy_ref" Text, "补贴系统编号", "Subsidy reference";
        DEPARTMENT "department" One(terms::Department::TERMS), "主管部门", "Department";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(ENROLLED_ON, COMPLETED_ON);
        Check::Needs(STATUS, "completed", COMPLETED_ON);
    }
}

kind! {
    /// 意见反馈 of a trainee.
    feedback("feedback") = "意见反馈", "Feedback", "FK" {
        ENROLMENT "enrolment" Leads(Link::Entry("enrolment")), "参训", "Enrolment", needed;
        GIVEN_ON "given_on" Date, "日期", "Day", needed;
        SCORE "score" Number(1, 5), "满意度(1–5)", "Score (1–5)";
        WORDS "words" Text, "意见建议", "What they said";
    }
}

kind! {
    /// 学徒: one row a person, with the two teachers.
    apprenticeship("apprenticeships") = "学徒", "Apprenticeship", "XT" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        ENTERPRISE "enterprise" Leads(Link::Enterprise), "企业", "Firm", needed;
        INSTITUTION "institution" Leads(Link::Entry("institution")), "培训院校", "Institution";
        SCHEME "scheme" One(terms::Scheme::TERMS), "学徒制", "Scheme";
        MENTOR "mentor" Text, "企业导师", "Mentor in the firm";
        TEACHER "teacher" Text, "院校指导教师", "Teacher of the school";
        LEVEL "level" One(terms::SkillLevel::TERMS), "培养等级", "Level aimed at";
        FROM_ON "from_on" Date, "合同起", "Contract from";
        TO_ON "to_on" Date, "合同止", "Contract to";
        FILING_NO "filing_no" Text, "备案号", "Filing number";
        FILING_STATE "filing_state" One(terms::FilingState::TERMS), "备案状态", "Filing";
        WAGE_MONTHLY "wage_monthly" Yuan, "月工资", "Monthly wage";
        ACCEPTED_ON "accepted_on" Date, "考核验收日期", "Accepted on";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(FROM_ON, TO_ON);
    }
}
