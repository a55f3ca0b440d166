//! The names of filters in the box: `组:两后生 镇:石岐 未联系>30`, as people type them.
//!
//! Absent on purpose: what a value means and whom it finds (`matching`).

use super::{group::Group, labels::labels, person::WorkStatus};
use crate::text::{
    Lang, display,
    fold::{fold_width, half_width},
};

crate::messages! {
    no_such_name(name: &str) { zh: "没有“{name}:”这种筛选，当普通字查；有 组 镇 村 地 年龄 状态 证 求职 责任人 未联系", en: "No filter is called \"{name}:\", so it is searched as words; there are group town village place age status cert wish worker uncontacted" }
    no_such_value(field: &str, value: &str) { zh: "{field}：没有“{value}”，删到冒号可看有哪些", en: "{field}: there is no \"{value}\"; delete back to the colon to see what there is" }
    no_age(value: &str) { zh: "年龄“{value}”看不懂，写成 年龄:16-24、年龄>50、年龄<18", en: "Age \"{value}\" can't be read; write age:16-24, age>50 or age<18" }
    no_days(field: &str, value: &str) { zh: "{field}“{value}”看不懂，写天数：未联系>30、联系<7、未联系:从未", en: "{field} \"{value}\" can't be read; write days: uncontacted>30, contact<7, uncontacted:never" }
    priority() { zh: "重点", en: "Priority" }
    ages(low: u32, high: u32) { zh: "{low}-{high}岁", en: "{low} to {high}" }
    from_age(low: u32) { zh: "{low}岁以上", en: "{low} and older" }
    longer(days: u32) { zh: "超过{days}天", en: "more than {days} days" }
    within(days: u32) { zh: "{days}天内", en: "within {days} days" }
    never() { zh: "从未联系", en: "never" }
}

labels! {
    /// A field that a filter asks. The code is its English key, the Chinese term its first key.
    pub enum FilterField {
        Group = "group", ' ', "组", "Group";
        Town = "town", ' ', "镇", "Town or street";
        Village = "village", ' ', "村", "Village or community";
        Place = "place", ' ', "地", "Any place";
        Age = "age", ' ', "年龄", "Age";
        NotContacted = "uncontacted", ' ', "未联系", "Days without a contact";
        Contacted = "contact", ' ', "联系", "Days since the last contact";
        Status = "status", ' ', "状态", "Employment";
        Cert = "cert", ' ', "证", "Certificate";
        Wish = "wish", ' ', "求职", "Wish";
        Name = "name", ' ', "姓名", "Name";
        Worker = "worker", ' ', "责任人", "Responsible worker";
    }
}

impl FilterField {
    /// Every way to type its name: terms, pinyin, initials, English.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Group => &["组", "类别", "人员类别", "zu", "z", "lb", "group"],
            Self::Town => &["镇", "镇街", "街道", "zhen", "zj", "town"],
            Self::Village => &["村", "村居", "社区", "cun", "cj", "village"],
            Self::Place => &["地", "地址", "di", "dz", "place"],
            Self::Age => &["年龄", "岁", "nianling", "nl", "age"],
            Self::NotContacted => &["未联系", "weilianxi", "wlx", "uncontacted"],
            Self::Contacted => &["联系", "lianxi", "lx", "contact"],
            Self::Status => &["状态", "就业状态", "zhuangtai", "zt", "status"],
            Self::Cert => &["证", "证书", "zheng", "zs", "cert"],
            Self::Wish => &["求职", "意向", "qiuzhi", "qz", "yx", "wish"],
            Self::Name => &["姓名", "名", "xingming", "xm", "name"],
            Self::Worker => &["责任人", "zerenren", "zrr", "worker"],
        }
    }

    /// The field that a key means; case and width do not matter.
    pub fn of_key(key: &str) -> Option<Self> {
        let key = fold_width(key).to_lowercase();
        let means = |field: &&Self| field.keys().contains(&key.as_str());
        Self::ALL.iter().find(means).copied()
    }

    /// True where the value is a number of years or days.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Age | Self::NotContacted | Self::Contacted)
    }
}

/// Signs between the name of a filter and its value.
pub fn is_sign(c: char) -> bool {
    matches!(half_width(c), ':' | '<' | '>')
}

/// The filter that is being typed at the end of the box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    /// Which.
    pub field: FilterField,
    /// What stands in the box up to the filter.
    pub rest: String,
    /// The filter's own beginning: `!` and its name.
    pub name: String,
    /// Sign and value as far as typed.
    pub value: String,
}

impl Typing {
    /// Reads the end of the box; `None` where no filter stands there.
    pub fn at_end(text: &str) -> Option<Self> {
        let chunk_at = text
            .char_indices()
            .rfind(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        let (rest, chunk) = text.split_at(chunk_at);
        let sign_at = chunk.find(is_sign)?;
        let (name, value) = chunk.split_at(sign_at);
        let key = name.trim_start_matches(['!', '！']);
        Some(Self {
            field: FilterField::of_key(key)?,
            rest: rest.trim().to_owned(),
            name: name.to_owned(),
            value: value.to_owned(),
        })
    }

    /// The value without its sign.
    pub fn typed(&self) -> &str {
        self.value.trim_start_matches(is_sign)
    }
}

/// A value that a filter may take, with the people who have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value.
    pub value: FacetValue,
    /// How many of the people whom the rest of the box means.
    pub people: usize,
}

/// The value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FacetValue {
    /// A group.
    Group(Group),
    /// Any group that is shown as one neutral mark.
    Priority,
    /// An employment state.
    Status(WorkStatus),
    /// A word of a record: a town, a certificate, a worker.
    Word(String),
    /// Years of age, both inclusive.
    Ages(u32, u32),
    /// More days than this without a contact.
    Longer(u32),
    /// A contact within fewer days than this.
    Within(u32),
    /// Never contacted.
    Never,
}

/// No age is greater.
const OLDEST: u32 = 150;

impl FacetValue {
    /// What a list shows.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::Group(group) if lang == Lang::Zh => group.short_zh().to_owned(),
            Self::Group(group) => group.label(lang).to_owned(),
            Self::Status(status) => status.label(lang).to_owned(),
            Self::Word(word) => display::line(word),
            Self::Priority => priority(lang).into_owned(),
            Self::Ages(low, OLDEST..) => from_age(lang, *low).into_owned(),
            Self::Ages(low, high) => ages(lang, *low, *high).into_owned(),
            Self::Longer(days) => longer(lang, *days).into_owned(),
            Self::Within(days) => within(lang, *days).into_owned(),
            Self::Never => never(lang).into_owned(),
        }
    }

    /// What stands in the box behind the name of its filter, sign included; one word in each
    /// language.
    pub fn typed(&self, lang: Lang) -> String {
        match self {
            Self::Group(group) => match lang {
                Lang::Zh => format!(":{}", group.short_zh()),
                Lang::En => format!(":{}", group.code()),
            },
            Self::Status(status) => match lang {
                Lang::Zh => format!(":{}", status.label(lang)),
                Lang::En => format!(":{}", status.code()),
            },
            Self::Word(word) => format!(":{}", word.split_whitespace().collect::<String>()),
            Self::Priority => lang.pick(":重点", ":priority").to_owned(),
            Self::Ages(low, OLDEST..) => format!(">={low}"),
            Self::Ages(low, high) => format!(":{low}-{high}"),
            Self::Longer(days) => format!(">{days}"),
            Self::Within(days) => format!("<{days}"),
            Self::Never => lang.pick(":从未", ":never").to_owned(),
        }
    }
}

/// Why a filter could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterProblem {
    /// No filter has this name; its words are looked for as words.
    NoSuchName {
        /// As typed.
        name: String,
    },
    /// Nobody has such a value.
    NoSuchValue {
        /// Which filter.
        field: FilterField,
        /// As typed.
        value: String,
    },
    /// A number of years or days is expected.
    NotANumber {
        /// Which filter.
        field: FilterField,
        /// As typed.
        value: String,
    },
}

impl FilterProblem {
    /// What is wrong and what to write instead.
    pub fn words(&self, lang: Lang) -> String {
        let shown = |text: &str| {
            let safe = display::line(text);
            let short: String = safe.chars().take(SHOWN).collect();
            if short.len() < safe.len() {
                format!("{short}..")
            } else {
                short
            }
        };
        match self {
            Self::NoSuchName { name } => no_such_name(lang, &shown(name)),
            Self::NoSuchValue { field, value } => {
                no_such_value(lang, field.label(lang), &shown(value))
            }
            Self::NotANumber {
                field: FilterField::Age,
                value,
            } => no_age(lang, &shown(value)),
            Self::NotANumber { field, value } => no_days(lang, field.label(lang), &shown(value)),
        }
        .into_owned()
    }
}

/// Characters of a wrong value that are repeated.
const SHOWN: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_filters_share_a_key() {
        let mut all: Vec<&str> = FilterField::ALL
            .iter()
            .flat_map(|f| f.keys())
            .copied()
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for field in FilterField::ALL {
            assert_eq!(FilterField::of_key(field.code()), Some(*field));
            let term = field.label(crate::text::Lang::Zh);
            assert_eq!(FilterField::of_key(term), Some(*field));
        }
    }

    #[test]
    fn the_filter_at_the_end_is_the_one_being_typed() {
        let typing = Typing::at_end("张　组:两后生 ！ｚｈｅｎ：石").unwrap();
        assert_eq!(typing.field, FilterField::Town);
        assert_eq!(typing.rest, "张　组:两后生");
        assert_eq!(
            (typing.name.as_str(), typing.value.as_str()),
            ("！ｚｈｅｎ", "：石")
        );
        assert_eq!(typing.typed(), "石");
        assert_eq!(
            Typing::at_end("未联系＞").unwrap().field,
            FilterField::NotContacted
        );
        for text in ["", "组", "组:两后生 ", "http://x", "张 三"] {
            assert_eq!(Typing::at_end(text), None, "{text}");
        }
    }
}
