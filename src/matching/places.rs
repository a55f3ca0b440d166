//! Where somebody lives and where an offer is, as far as words tell: same town, same county, same city.
//!
//! Absent on purpose: distances. A place that is not known is *not checked*; it never lowers a fit.

use crate::domain::person::PersonRecord;
use std::collections::HashMap;

/// A place as far as words tell: digits of the division code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Home {
    /// City, four digits.
    pub city: Option<u32>,
    /// County, six digits.
    pub county: Option<u32>,
    /// Town, nine digits.
    pub town: Option<u32>,
}

/// How near two places are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Another city.
    Far,
    /// The same city.
    City,
    /// The same county.
    County,
    /// The same town.
    Town,
}

/// The division names of the province.
#[derive(Debug, Default)]
pub struct Places {
    cities: Vec<(String, u32)>,
    counties: Vec<(String, u32)>,
    towns: HashMap<String, Vec<u32>>,
    /// Characters of the longest town's name.
    longest: usize,
}

impl Places {
    /// Reads `divisions-guangdong.tsv`; a line that is not of its shape is passed over.
    pub fn parse(table: &str) -> Self {
        let mut places = Self::default();
        for line in table.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [code, name, level, ..] = fields[..] else {
                continue;
            };
            let digits = |n: usize| code.get(..n).and_then(|c| c.parse::<u32>().ok());
            match level {
                "city" => places.cities.extend(digits(4).map(|c| (short(name), c))),
                "county" => places
                    .counties
                    .extend(digits(6).map(|c| (name.to_owned(), c))),
                "town" => {
                    if let Some(code) = digits(9) {
                        let name = short(name);
                        places.longest = places.longest.max(name.chars().count());
                        places.towns.entry(name).or_default().push(code);
                    }
                }
                _ => {}
            }
        }
        places
    }

    /// Where a person lives: the columns of residence, else the registered residence.
    pub fn of_person(&self, person: &PersonRecord) -> Home {
        let text = format!(
            "{}{}{}{}",
            person.city, person.county, person.town, person.village
        );
        if text.is_empty() {
            let text = if person.address.is_empty() {
                &person.hukou
            } else {
                &person.address
            };
            return self.find(text);
        }
        self.find(&text)
    }

    /// The place that a text names; what is ambiguous stays open.
    pub fn find(&self, text: &str) -> Home {
        let city = self
            .cities
            .iter()
            .find(|(name, _)| text.contains(name.as_str()))
            .map(|(_, c)| *c);
        let in_city = |code: u32, digits: u32| city.is_none_or(|c| code / 10u32.pow(digits) == c);
        let mut counties = self
            .counties
            .iter()
            .filter(|(name, code)| text.contains(name.as_str()) && in_city(*code, 2))
            .map(|(_, code)| *code);
        let county = counties.next().filter(|_| counties.next().is_none());
        let chars: Vec<char> = text.chars().collect();
        let mut town = None;
        'search: for length in (2..=self.longest).rev() {
            for window in chars.windows(length) {
                let name: String = window.iter().collect();
                if let Some(codes) = self.towns.get(&name) {
                    let mut fitting = codes.iter().copied().filter(|code| {
                        in_city(*code, 5) && county.is_none_or(|c| code / 1000 == c)
                    });
                    let first = fitting.next();
                    if first.is_some() {
                        town = first.filter(|_| fitting.next().is_none());
                        break 'search;
                    }
                }
            }
        }
        // 东莞 and 中山 have no counties: their towns hang on the city.
        let above = county.or(town.map(|t| t / 1000));
        Home {
            city: city.or(above.map(|c| c / 100)),
            county: above.filter(|c| c % 100 != 0),
            town,
        }
    }
}

/// How near two places are, where both are known well enough to tell.
pub fn nearness(a: Home, b: Home) -> Option<Nearness> {
    if a.town.is_some() && a.town == b.town {
        return Some(Nearness::Town);
    }
    if a.county.is_some() && a.county == b.county {
        return Some(Nearness::County);
    }
    match (a.city, b.city) {
        (Some(a), Some(b)) if a == b => Some(Nearness::City),
        (Some(_), Some(_)) => Some(Nearness::Far),
        _ => None,
    }
}

/// A name without what all of its level share: 石岐街道 → 石岐, 中山市 → 中山.
fn short(name: &str) -> String {
    for end in ["街道办事处", "街道", "地区", "镇", "乡", "市"] {
        if let Some(short) = name.strip_suffix(end)
            && short.chars().count() >= 2
        {
            return short.to_owned();
        }
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_as_far_as_words_tell() {
        let places = Places::parse(include_str!(
            "../../seed-data/codes/divisions-guangdong.tsv"
        ));
        let shiqi = places.find("中山市石岐街道孙文中路");
        assert_eq!(shiqi.city, Some(4420));
        assert!(shiqi.town.is_some());
        assert_eq!(
            nearness(shiqi, places.find("石岐街道")),
            Some(Nearness::Town)
        );
        assert_eq!(
            nearness(shiqi, places.find("中山市小榄镇")),
            Some(Nearness::City)
        );
        assert_eq!(
            nearness(shiqi, places.find("广州市番禺区")),
            Some(Nearness::Far)
        );
        assert_eq!(nearness(shiqi, places.find("线上")), None);
        assert_eq!(places.find(""), Home::default());
    }
}
