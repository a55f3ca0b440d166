//! Where people live: 中山 for most, its neighbours for some; villages are invented.

use super::super::super::places::{self, Level, Place};
use super::super::random::Chance;
use crate::domain::person::PersonRecord;
use std::sync::LazyLock;

const HOME_CITY: &str = "442000";
const VILLAGES: [&str; 20] = [
    "永安社区",
    "岐江社区",
    "长堤社区",
    "东成社区",
    "富华社区",
    "西桥社区",
    "凤鸣社区",
    "太平社区",
    "新桥村",
    "大围村",
    "沙头村",
    "南安村",
    "龙塘村",
    "石基村",
    "北围村",
    "下沙村",
    "沙角村",
    "竹围村",
    "联兴村",
    "新丰村",
];
const AFAR: [&str; 12] = [
    "广西壮族自治区梧州市",
    "广西壮族自治区贵港市",
    "湖南省永州市",
    "湖南省衡阳市",
    "江西省赣州市",
    "四川省达州市",
    "贵州省毕节市",
    "湖北省荆州市",
    "河南省周口市",
    "重庆市万州区",
    "云南省昭通市",
    "福建省龙岩市",
];

/// A town with what it lies in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Town {
    pub(super) name: &'static str,
    county: &'static str,
    city: &'static str,
}

struct Towns {
    home: Vec<Town>,
    all: Vec<Town>,
    counties: Vec<&'static str>,
}

static TOWNS: LazyLock<Towns> = LazyLock::new(|| {
    let of = |level| places::all().iter().filter(move |p| p.level == level);
    let town = |place: &Place| {
        let name = |level| places::within(place, level).map_or("", |wider| wider.name);
        Town {
            name: place.name,
            county: name(Level::County),
            city: name(Level::City),
        }
    };
    Towns {
        home: of(Level::Town)
            .filter(|p| p.parent == HOME_CITY)
            .map(town)
            .collect(),
        all: of(Level::Town).map(town).collect(),
        counties: of(Level::County).map(|county| county.full_name).collect(),
    }
});

/// Where a household lives.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    town: Town,
    village: &'static str,
    number: u64,
}

impl Home {
    /// A home, most likely in the office's own city.
    pub(super) fn draw(chance: &mut Chance) -> Self {
        let towns = if chance.percent(93) {
            &TOWNS.home
        } else {
            &TOWNS.all
        };
        Self {
            town: chance.pick(towns),
            village: chance.pick(&VILLAGES),
            number: chance.below(180) + 1,
        }
    }

    /// Writes the columns of a home; some rosters leave them out.
    pub(super) fn write_to(self, record: &mut PersonRecord, chance: &mut Chance) {
        let town = self.town;
        record.city = town.city.to_owned();
        record.county = town.county.to_owned();
        record.town = if chance.percent(2) {
            String::new()
        } else {
            town.name.to_owned()
        };
        if chance.percent(88) {
            record.village = self.village.to_owned();
        }
        if chance.percent(55) {
            let lane = if self.village.ends_with('村') {
                "新村"
            } else {
                ""
            };
            record.address = format!("{}{}{lane}{}号", town.name, self.village, self.number);
        }
        record.hukou = match chance.below(100) {
            0..62 => format!("广东省{}", record.city),
            62..80 => chance.pick(&TOWNS.counties).to_owned(),
            80..95 => chance.pick(&AFAR).to_owned(),
            _ => String::new(),
        };
    }
}

/// The town of the office's city with a name.
pub(super) fn town(name: &str) -> Option<Town> {
    TOWNS.home.iter().copied().find(|town| town.name == name)
}
