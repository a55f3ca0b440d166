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

struct Towns {
    home: Vec<&'static Place>,
    all: Vec<&'static Place>,
    counties: Vec<&'static Place>,
}

static TOWNS: LazyLock<Towns> = LazyLock::new(|| {
    let of = |level| places::all().iter().filter(move |p| p.level == level);
    Towns {
        home: of(Level::Town).filter(|p| p.parent == HOME_CITY).collect(),
        all: of(Level::Town).collect(),
        counties: of(Level::County).collect(),
    }
});

/// Where a household lives.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    town: Option<&'static Place>,
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
        let town = usize::try_from(chance.below(towns.len() as u64)).unwrap_or(0);
        Self {
            town: towns.get(town).copied(),
            village: chance.pick(&VILLAGES),
            number: chance.below(180) + 1,
        }
    }

    /// Whether it is a village and not a street.
    pub(super) fn is_rural(self) -> bool {
        self.village.ends_with('村')
    }

    /// Writes the columns of a home; some rosters leave them out.
    pub(super) fn write_to(self, record: &mut PersonRecord, chance: &mut Chance) {
        let Some(town) = self.town else { return };
        let name = |level| places::within(town, level).map_or("", |place| place.name);
        record.city = name(Level::City).to_owned();
        record.county = name(Level::County).to_owned();
        record.town = if chance.percent(2) {
            String::new()
        } else {
            town.name.to_owned()
        };
        if chance.percent(88) {
            record.village = self.village.to_owned();
        }
        if chance.percent(55) {
            let (lane, unit) = if self.is_rural() {
                ("新村", "号")
            } else {
                ("路", "号")
            };
            record.address = format!("{}{}{lane}{}{unit}", town.name, self.village, self.number);
        }
        record.hukou = match chance.below(100) {
            0..62 => format!("广东省{}", record.city),
            62..80 => usize::try_from(chance.below(TOWNS.counties.len() as u64))
                .ok()
                .and_then(|i| TOWNS.counties.get(i))
                .map_or_else(String::new, |county| county.full_name.to_owned()),
            80..95 => chance.pick(&AFAR).to_owned(),
            _ => String::new(),
        };
    }
}

/// The town of the office's city with a name.
pub(super) fn town(name: &str) -> Option<&'static Place> {
    TOWNS.home.iter().copied().find(|place| place.name == name)
}
