//! What is kept of one person beside their file.

use super::kind;

kind! {
    /// 摸底: the newest survey is "the" survey.
    survey("surveys") = "摸底", "Survey", "MD" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        SURVEYED_ON "surveyed_on" Date, "摸底日期", "Day", needed;
        SURVEYOR "surveyor" Text, "摸底人", "By";
        WISH_TRAINING "wish_training" One(person::Wish::TERMS), "培训意愿", "Wish for training";
        WISH_JOB "wish_job" One(person::Wish::TERMS), "就业意愿", "Wish for work";
        WISH_VENTURE "wish_venture" One(person::Wish::TERMS), "创业意愿", "Wish to trade";
        TRAINING_NEED "training_need" Text, "培训需求", "Training need";
        WISH_TRACKS "wish_tracks" Text, "意向专业", "Tracks wished for";
        WISH_PLACE "wish_place" Text, "意向地点", "Place wished for";
        WISH_TIME "wish_time" Text, "学习时间", "Time for study";
        WISH_CERT "wish_cert" Text, "意向证书", "Certificate wished for";
        FAMILY "family" Text, "家庭情况", "Family";
        NOTE "note" Text, "备注", "Remark";
    }
}

kind! {
    /// 培训就业计划 of one school leaver (两后生).
    plan("plans") = "一人一策", "Plan", "JH" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        MADE_ON "made_on" Date, "制定日期", "Made on", needed;
        MADE_BY "made_by" Text, "制定人", "Made by";
        PLACE "place" Text, "地点", "Place";
        MAJOR "major" Text, "专业", "Major";
        STUDY_TIME "study_time" Text, "学习时间", "Time for study";
        TARGET_CERT "target_cert" Text, "目标证书", "Certificate aimed at";
        STATE "state" One(terms::PlanState::TERMS), "状态", "State";
        NOTE "note" Text, "备注", "Remark";
    }
}

kind! {
    /// 退役情况.
    veteran("veterans") = "退役情况", "Veteran facts", "TY" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        VETERAN_KIND "veteran_kind" One(terms::VeteranKind::TERMS), "类别", "Kind";
        PLACED_YEAR "placed_year" Number(1950, 2100), "安置年份", "Year of placement";
        PLACED_ON "placed_on" Date, "接收安置日期", "Placed on";
        IN_GUANGDONG "in_guangdong" Flag, "在广东接收", "Placed in Guangdong";
        CAN_ATTEND "can_attend" Flag, "能参加培训", "Can attend";
        CERT_NO "cert_no" Text, "退役证号", "Certificate number";
        NEEDS_SURVEYED_ON "needs_surveyed_on" Date, "需求调查日期", "Needs surveyed on";
        CAREER_TEST_ON "career_test_on" Date, "职业测评日期", "Career test on";
        NOTE "note" Text, "备注", "Remark";
    }
}

kind! {
    /// 残疾情况.
    disability("disabilities") = "残疾情况", "Disability facts", "CJ" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        DISABILITY_KIND "disability_kind" One(person::DisabilityKind::TERMS), "残疾类别", "Kind";
        DISABILITY_LEVEL "disability_level" One(person::DisabilityLevel::TERMS), "残疾等级", "Level";
        CERT_NO "cert_no" Text, "残疾证号", "Certificate number";
        CERT_VALID_TO "cert_valid_to" Date, "证件有效期至", "Certificate valid to";
        AIDS "aids" Text, "辅助器具", "Aids";
        NOTE "note" Text, "备注", "Remark";
    }
}

kind! {
    /// 职业能力评估.
    assessment("assessments") = "职业能力评估", "Ability assessment", "PG" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        ASSESSED_ON "assessed_on" Date, "评估日期", "Day", needed;
        STAGE "stage" One(terms::AssessmentStage::TERMS), "阶段", "Stage";
        ASSESSOR "assessor" Text, "评估人", "By";
        RESULT "result" Text, "结果", "Result";
        ADVICE "advice" Text, "建议", "Advice";
    }
}

kind! {
    /// 就业经历: a stay in a job; without an end it lasts.
    employment("employments") = "就业经历", "Employment", "JY" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        ENTERPRISE "enterprise" Leads(Link::Enterprise), "用人单位", "Firm";
        POST_TITLE "post_title" Text, "岗位名称", "Post";
        POST_KIND "post_kind" Many(terms::PostKind::TERMS), "岗位类别", "Kind of post";
        IS_SKILLED "is_skilled" Flag, "技能岗位", "Skilled post";
        IS_NEW_HIRE "is_new_hire" Flag, "新招用", "New hire";
        STARTED_ON "started_on" Date, "入职日期", "Started on", needed;
        ENDED_ON "ended_on" Date, "离职日期", "Ended on";
        END_REASON "end_reason" One(terms::EndReason::TERMS), "离职原因", "Why it ended";
        CONTRACT_FROM "contract_from" Date, "合同起", "Contract from";
        CONTRACT_TO "contract_to" Date, "合同止", "Contract to";
        OPEN_ENDED "open_ended" Flag, "无固定期限", "Open-ended";
        WAGE_MONTHLY "wage_monthly" Yuan, "月工资", "Monthly wage";
        AFFECTED "affected" One(terms::AffectedState::TERMS), "受影响状态", "How affected";
        FITS_POST "fits_post" Flag, "胜任岗位", "Fits the post";
        HIRED_LEVEL "hired_level" One(terms::SkillLevel::TERMS), "聘用等级", "Level hired at";
        SOURCE "source" Text, "来源（推荐编号等）", "Source";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(STARTED_ON, ENDED_ON);
        Check::InOrder(CONTRACT_FROM, CONTRACT_TO);
    }
}

kind! {
    /// 证书.
    certificate("certificates") = "证书", "Certificate", "ZS" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        CERT_KIND "cert_kind" One(terms::CertificateKind::TERMS), "证书种类", "Kind", needed;
        NAME "name" Text, "证书名称", "Name", needed;
        LEVEL "level" One(terms::SkillLevel::TERMS), "等级", "Level";
        EVAL_EVENT "eval_event" One(terms::EvalEvent::TERMS), "评价方式", "Evaluation";
        OCCUPATION_CODE "occupation_code" Text, "职业编码", "Occupation code";
        NUMBER "number_on" Text, "证书编号", "Number";
        ISSUED_ON "issued_on" Date, "发证日期", "Issued on";
        VALID_TO "valid_to" Date, "有效期至", "Valid to";
        REVIEW_DUE "review_due" Date, "复审日期", "Review due";
        ISSUER "issuer" Text, "发证机构", "Issuer";
        VERIFIED_ON "verified_on" Date, "核验日期", "Verified on";
        CANCELLED_ON "cancelled_on" Date, "注销日期", "Cancelled on";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(ISSUED_ON, VALID_TO);
        Check::InOrder(ISSUED_ON, CANCELLED_ON);
    }
}

kind! {
    /// 创业: the five steps of the chain (一条龙) with their days.
    venture("ventures") = "创业", "Venture", "CY" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        STAGE "stage" One(terms::VentureStage::TERMS), "阶段", "Stage", needed;
        READY "ready" Flag, "具备一定条件", "Has the means";
        VENTURE_KIND "venture_kind" One(terms::VentureKind::TERMS), "创业形式", "Form";
        RETURNED_HOME "returned_home" Flag, "返乡创业", "Returned home";
        STEP_PROJECT "step_project" Date, "项目推介", "Project chosen";
        STEP_MARKET "step_market" Date, "市场分析", "Market looked at";
        STEP_GUIDANCE "step_guidance" Date, "创业指导", "Guidance given";
        STEP_LOAN "step_loan" Date, "小额贷款", "Loan granted";
        STEP_TRACKING "step_tracking" Date, "跟踪服务", "Followed up";
        HOUSEHOLDS_LED "households_led" Number(0, 100_000), "带动户数", "Households led";
        PUBLIC_NOTICE_ON "public_notice_on" Date, "公示日期", "Public notice on";
        NOTE "note" Text, "备注", "Remark";
    }
}

kind! {
    /// 荣誉.
    honour("honours") = "荣誉", "Honour", "RY" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        NAME "name" Text, "名称", "Name", needed;
        LEVEL "level" Text, "级别", "Level";
        AWARDED_ON "awarded_on" Date, "授予日期", "Awarded on";
        NUMBER "number_on" Text, "荣誉编号", "Number on it";
    }
}

kind! {
    /// 佐证材料: what was seen; the file stays where it is, its hash stands here.
    evidence("evidence") = "佐证材料", "Evidence", "CL" {
        PERSON "person" Leads(Link::Person), "人员", "Person", needed;
        EVIDENCE_KIND "evidence_kind" One(terms::EvidenceKind::TERMS), "种类", "Kind", needed;
        TITLE "title" Text, "名称", "Title", needed;
        SEEN_ON "seen_on" Date, "查验日期", "Seen on";
        SEEN_BY "seen_by" Text, "查验人", "Seen by";
        PLACE "place" Text, "存放位置", "Where it is kept";
        SHA256 "sha256" Text, "校验值", "Hash of the file";
        NOTE "note" Text, "备注", "Remark";
    }
}
