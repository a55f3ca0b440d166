//! Firms, training bodies, what is certain of a vacancy, and events.

use super::kind;

kind! {
    /// 用人单位. The employer is verified where a day stands in 核验日期.
    enterprise("enterprises") = "企业", "Firm", "Q" {
        NAME "name" Text, "企业名称", "Name", needed;
        CREDIT_CODE "credit_code" Text, "统一社会信用代码", "Credit code";
        DIVISION "division" Text, "所在地", "Where it is";
        INDUSTRY "industry" One(terms::Industry::TERMS), "行业类别", "Industry";
        CLUSTER "cluster" Text, "产业集群", "Cluster";
        SIZE "size" One(terms::FirmSize::TERMS), "规模", "Size";
        IS_PRIVATE "is_private" Flag, "民营", "Private";
        IS_LEADING "is_leading" Flag, "龙头企业", "Leading firm";
        IS_AFFECTED "is_affected" Flag, "受影响企业", "Affected firm";
        HAZARDS "hazards" Many(terms::Hazard::TERMS), "高危行业", "Hazards";
        STAFF_MODE "staff_mode" One(terms::StaffMode::TERMS), "用工方式", "Staffing";
        CREDIT_LIST "credit_list" One(terms::CreditList::TERMS), "信用名单", "Credit list";
        CREDIT_FROM "credit_from" Date, "列入日期", "Listed on";
        HONEST_EMPLOYER "honest_employer" Flag, "诚信用工", "Honest employer";
        IN_APPRENTICE_LIST "in_apprentice_list" Flag, "学徒制目录内", "In the apprentice list";
        LIST_FROM "list_from" Date, "目录起", "List from";
        LIST_TO "list_to" Date, "目录止", "List to";
        CAN_SELF_TRAIN "can_self_train" Flag, "有自主培训能力", "Can train by itself";
        HEADCOUNT "headcount" Number(0, 10_000_000), "职工人数", "Staff";
        DISABLED_POSTS "disabled_posts" Number(0, 1_000_000), "残疾人岗位数", "Posts for disabled people";
        CONTACT_NAME "contact_name" Text, "联系人", "Contact";
        CONTACT_PHONE "contact_phone" Text, "联系电话", "Phone";
        VERIFIED_ON "verified_on" Date, "核验日期", "Verified on";
        VERIFIED_BY "verified_by" Text, "核验人", "Verified by";
        VERIFIED_HOW "verified_how" Text, "核验方式", "How it was verified";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(LIST_FROM, LIST_TO);
    }
}

kind! {
    /// 培训机构.
    institution("institutions") = "培训机构", "Institution", "JG" {
        NAME "name" Text, "机构名称", "Name", needed;
        INSTITUTION_KIND "institution_kind" One(terms::InstitutionKind::TERMS), "类别", "Kind";
        DIVISION "division" Text, "所在地", "Where it is";
        HOME_DIVISION "home_division" Text, "登记地", "Registered at";
        FILED_PROVINCE "filed_province" Flag, "已省备案", "Filed with the province";
        REPORTED_EMERGENCY "reported_emergency" Flag, "已报应急部门", "Reported to emergency management";
        PRACTICAL_READY "practical_ready" Flag, "具备实操条件", "Means for practice";
        IS_KEY_SCHOOL "is_key_school" Flag, "重点学校", "Key school";
        IN_LIST "in_list" Flag, "目录内", "In the list";
        LIST_FROM "list_from" Date, "目录起", "List from";
        LIST_TO "list_to" Date, "目录止", "List to";
        STATE "state" One(terms::InstitutionState::TERMS), "状态", "State";
        CONTACT_NAME "contact_name" Text, "联系人", "Contact";
        CONTACT_PHONE "contact_phone" Text, "联系电话", "Phone";
        NOTE "note" Text, "备注", "Remark";
    } checks {
        Check::InOrder(LIST_FROM, LIST_TO);
    }
}

kind! {
    /// 岗位要素: what is certain of a vacancy beyond the words it is advertised with.
    vacancy_facts("vacancy_facts") = "岗位要素", "Vacancy facts", "GY" {
        VACANCY "vacancy" Leads(Link::Vacancy), "岗位", "Vacancy", needed;
        TRACK "track" Text, "专业方向", "Track";
        OCCUPATION_CODE "occupation_code" Text, "职业编码", "Occupation code";
        DIVISION "division" Text, "工作地", "Place of work";
        WAGE_FROM "wage_from" Yuan, "月薪起", "Wage from";
        WAGE_TO "wage_to" Yuan, "月薪止", "Wage to";
        MIN_SCHOOLING "min_schooling" One(person::Schooling::TERMS), "最低学历", "Least schooling";
        MIN_AGE "min_age" Number(16, 120), "最低年龄", "Youngest";
        MAX_AGE "max_age" Number(16, 120), "最高年龄", "Oldest";
        CERT_ASKED "cert_asked" Text, "要求证书", "Certificate asked for";
        CERT_IS_HARD "cert_is_hard" Flag, "证书为硬性条件", "The certificate is a condition";
        HAZARD "hazard" One(terms::Hazard::TERMS), "高危类别", "Hazard";
        SUITS_DISABILITY "suits_disability" Many(person::DisabilityKind::TERMS), "适合残疾类别", "Suited to disabilities";
        PUBLIC_WELFARE "public_welfare" Flag, "公益性岗位", "Public-welfare post";
        CONTRACT_MONTHS "contract_months" Number(0, 600), "合同月数", "Months of contract";
        FOR_GROUPS "for_groups" Many(crate::domain::group::Group::TERMS), "面向人群", "For groups";
        CLUSTER "cluster" Text, "产业集群", "Cluster";
        SOURCE_EVENT "source_event" Text, "来源活动", "From which event";
    } checks {
        Check::AtMost(MIN_AGE, MAX_AGE);
        Check::AtMost(WAGE_FROM, WAGE_TO);
    }
}

kind! {
    /// 活动.
    event("events") = "活动", "Event", "HD" {
        EVENT_KIND "event_kind" One(terms::EventKind::TERMS), "种类", "Kind", needed;
        THEME "theme" Text, "主题", "Theme", needed;
        HELD_ON "held_on" Date, "日期", "Day", needed;
        DIVISION "division" Text, "地点", "Place";
        FIRMS "firms" Number(0, 100_000), "进场企业", "Firms";
        VISITORS "visitors" Number(0, 10_000_000), "到场人数", "Visitors";
        NOTE "note" Text, "备注", "Remark";
    }
}
