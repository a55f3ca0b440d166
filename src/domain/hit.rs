//! One answer of the box: a person, and why they were found.

use super::{ids::PersonId, labels::labels};

labels! {
    /// The field in which a hit was found.
    pub enum HitField {
        Name = "name", ' ', "姓名", "Name";
        IdNumber = "id_number", ' ', "身份证号", "Id number";
        BirthDate = "birth_date", ' ', "出生日期", "Birth date";
        Phone = "phone", ' ', "电话", "Phone";
        City = "city", ' ', "市", "City";
        County = "county", ' ', "县区", "County";
        Town = "town", ' ', "镇街", "Town";
        Village = "village", ' ', "村居", "Village";
        Address = "address", ' ', "地址", "Address";
        Wishes = "wishes", ' ', "求职意向", "Wish";
        Certs = "certs", ' ', "证书", "Certificate";
        Status = "status", ' ', "就业状态", "Employment";
        Group = "group", ' ', "人员类别", "Group";
        Reference = "ref", ' ', "编号", "Reference";
        Worker = "worker", ' ', "责任人", "Responsible";
        LastContact = "last_contact", ' ', "上次联系", "Last contact";
    }
}

labels! {
    /// How it was found. The order is the order of trust: exact before prefix before tolerant.
    pub enum HitBy {
        Exact = "exact", ' ', "全同", "Exact";
        Prefix = "prefix", ' ', "开头", "Prefix";
        Tail = "tail", ' ', "尾号", "Tail";
        Initials = "initials", ' ', "拼音首字母", "Initials";
        Pinyin = "pinyin", ' ', "拼音", "Pinyin";
        Infix = "infix", ' ', "含有", "Contains";
        SameWork = "same_work", ' ', "同工种", "Same work";
        OtherReading = "other_reading", ' ', "另一读音", "Other reading";
        SameSound = "same_sound", ' ', "同音", "Same sound";
        FuzzySound = "fuzzy_sound", ' ', "模糊音", "Near sound";
        LookAlike = "look_alike", ' ', "形近", "Look-alike";
        Typo = "typo", ' ', "差一字", "One slip";
        Fuzzy = "fuzzy", ' ', "近似", "Approximate";
    }
}

impl HitBy {
    /// Whether something else stands there than was typed.
    pub fn is_tolerant(self) -> bool {
        self >= Self::OtherReading
    }
}

/// Where one word of the query was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitMatch {
    /// Field.
    pub field: HitField,
    /// Way.
    pub by: HitBy,
    /// Half-open character ranges of the field's shown text, to highlight.
    pub spans: Vec<(usize, usize)>,
    /// Where it was not typed as it is written: what was typed, and what stands there (`n`, `l`).
    pub heard: Option<(String, String)>,
}

/// A person found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub person: PersonId,
    /// Order; higher is better. Equal scores are ordered by the index's own total order.
    pub score: i32,
    /// Why: one entry a word of the query.
    pub matched: Vec<HitMatch>,
}
