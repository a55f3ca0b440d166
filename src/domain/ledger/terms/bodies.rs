//! What is said of firms, occupations, places and events.

use crate::domain::labels::labels;

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
