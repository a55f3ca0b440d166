//! Lists that the documents refer to and that change over the years: dated entries of the bureau's
//! own. An empty list settles nothing.

use super::kind;

kind! {
    /// 职业: what the bureau knows of an occupation beyond the classification.
    occupation("occupations") = "职业", "Occupation", "ZY" {
        CODE "code" Text, "职业编码", "Code", needed;
        NAME "name" Text, "职业名称", "Name", needed;
        SKILL_TYPE "skill_type" One(terms::SkillType::TERMS), "技能类型", "Kind of skill";
        IN_QUALIFICATION_LIST "in_qualification_list" Flag, "国家职业资格目录内", "In the qualification list";
        ENTRY_CONTROL "entry_control" Flag, "准入类", "Entry is controlled";
        IN_SHORTAGE_LIST "in_shortage_list" Flag, "紧缺职业", "Shortage occupation";
        LIST_DATE "list_date" Date, "目录日期", "Day of the list";
        STANDARD_KIND "standard_kind" One(terms::StandardKind::TERMS), "评价依据", "Standard";
        SPECIAL_OP "special_op" Text, "特种作业类别", "Special operation";
        ALIASES "aliases" Text, "俗称", "Also called";
    }
}

kind! {
    /// 地区.
    division("divisions") = "地区", "Division", "DQ" {
        CODE "code" Text, "区划代码", "Code", needed;
        NAME "name" Text, "名称", "Name", needed;
        REGION "region" One(terms::Region::TERMS), "区域", "Region";
        AREA_TAGS "area_tags" Many(terms::AreaTag::TERMS), "地区标记", "Marks";
        MIN_WAGE "min_wage" Yuan, "最低工资", "Minimum wage";
        MIN_WAGE_FROM "min_wage_from" Date, "最低工资起", "Minimum wage from";
    }
}

kind! {
    /// 补贴项目.
    subsidy_item("subsidy_items") = "补贴项目", "Subsidy item", "BT" {
        CODE "code" Text, "项目代码", "Code", needed;
        NAME "name" Text, "名称", "Name", needed;
        SUBSIDY_KIND "subsidy_kind" One(terms::SubsidyKind::TERMS), "种类", "Kind";
        STANDARD "standard" Text, "标准", "Rate";
        PAYEE "payee" One(terms::Payee::TERMS), "补贴对象", "Paid to";
        VALID_FROM "valid_from" Date, "起", "From";
        VALID_TO "valid_to" Date, "止", "To";
    } checks {
        Check::InOrder(VALID_FROM, VALID_TO);
    }
}
