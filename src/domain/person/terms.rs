//! The closed lists of a person's record, with the exact terms of documents and paper forms.

use crate::domain::labels::labels;

labels! {
    /// Sex as on the identity card.
    pub enum Sex {
        Male = "male", '1', "男", "Male";
        Female = "female", '2', "女", "Female";
    }
}

labels! {
    /// Schooling (文化程度). Compare with [`Schooling::rank`]: 中专/职高/技校 ranks with 高中.
    pub enum Schooling {
        None = "none", '0', "文盲或半文盲", "No schooling";
        Primary = "primary", '1', "小学", "Primary";
        Junior = "junior", '2', "初中", "Junior secondary";
        Senior = "senior", '3', "高中", "Senior secondary";
        Vocational = "vocational", '4', "中专/职高/技校", "Secondary vocational";
        College = "college", '5', "大专", "Junior college";
        Bachelor = "bachelor", '6', "本科", "Bachelor";
        Master = "master", '7', "研究生", "Postgraduate";
    }
}

impl Schooling {
    /// The rank for comparing (`codes.tsv`, table schooling_counter_rank).
    pub fn rank(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Primary => 1,
            Self::Junior => 2,
            Self::Senior | Self::Vocational => 3,
            Self::College => 4,
            Self::Bachelor => 5,
            Self::Master => 6,
        }
    }
}

labels! {
    /// Employment state (就业状态), answered by digit.
    pub enum WorkStatus {
        Employed = "employed", '1', "单位就业", "Employed";
        Flexible = "flexible", '2', "灵活就业", "Flexible work";
        SelfEmployed = "self_employed", '3', "自主创业", "Self-employed";
        PublicWelfare = "public_welfare", '4', "公益性岗位", "Public-welfare post";
        RegisteredUnemployed = "registered_unemployed", '5', "登记失业", "Registered unemployed";
        NotWorking = "not_working", '6', "未就业未登记", "Out of work, not registered";
        InSchool = "in_school", '7', "在校/升学/参军", "In school or army";
        NoWish = "no_wish", '8', "暂无就业意愿", "No wish to work now";
        Unable = "unable", '9', "无劳动能力或退出", "Unable to work, or left";
    }
}

labels! {
    /// A wish that may never have been asked for (有 / 无 / 未摸底).
    pub enum Wish {
        Yes = "yes", '1', "有", "Yes";
        No = "no", '2', "无", "No";
        NotAsked = "not_asked", '3', "未摸底", "Not asked";
    }
}

labels! {
    /// Kind of disability (GB/T 26341; also the 19th digit of the certificate number).
    pub enum DisabilityKind {
        Sight = "sight", '1', "视力", "Sight";
        Hearing = "hearing", '2', "听力", "Hearing";
        Speech = "speech", '3', "言语", "Speech";
        Physical = "physical", '4', "肢体", "Physical";
        Intellectual = "intellectual", '5', "智力", "Intellectual";
        Mental = "mental", '6', "精神", "Mental";
        Multiple = "multiple", '7', "多重", "Multiple";
    }
}

labels! {
    /// Level of disability; 一级 is the gravest.
    pub enum DisabilityLevel {
        One = "1", '1', "一级", "Level 1";
        Two = "2", '2', "二级", "Level 2";
        Three = "3", '3', "三级", "Level 3";
        Four = "4", '4', "四级", "Level 4";
    }
}

labels! {
    /// Kind of registered residence (户籍类型).
    pub enum HukouKind {
        Rural = "rural", '1', "农村", "Rural";
        Urban = "urban", '2', "城镇", "Urban";
    }
}

labels! {
    /// What makes it hard to come to a course (特殊需求); several are allowed.
    pub enum RemoteNeed {
        Scattered = "scattered", '1', "居住分散", "Lives far apart";
        WorkClash = "work_clash", '2', "工学矛盾", "Work leaves no time";
        Remote = "remote", '3', "偏远地区", "Remote area";
    }
}

labels! {
    /// State of a person's record.
    pub enum PersonState {
        Active = "active", '1', "在册", "Active";
        IdPending = "id_pending", ' ', "待补证件", "Id to follow";
        Unverified = "unverified", ' ', "待核实", "To be verified";
        MovedAway = "moved", '2', "迁出", "Moved away";
        Dead = "dead", '3', "死亡", "Deceased";
        Merged = "merged", ' ', "合并", "Merged";
    }
}

impl PersonState {
    /// Whether somebody in this state is offered anything, called or counted.
    pub fn is_served(self) -> bool {
        !matches!(self, Self::MovedAway | Self::Dead | Self::Merged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dead_the_moved_and_the_merged_are_offered_nothing() {
        let kept: Vec<_> = PersonState::ALL.iter().filter(|s| !s.is_served()).collect();
        assert_eq!(
            kept,
            [
                &PersonState::MovedAway,
                &PersonState::Dead,
                &PersonState::Merged
            ]
        );
    }
}
