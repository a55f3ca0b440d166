//! Which groups a drawn person is in, and what follows from that: age, sex, disability.

use super::{super::random::Chance, cast};
use crate::domain::{
    group::Group,
    person::{DisabilityKind, DisabilityLevel, Sex},
};

/// What the rest of a record must agree with.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Whose plan it is.
    pub(super) index: u64,
    /// The groups, the telling one first.
    pub(super) groups: [Option<Group>; 2],
    /// Youngest and oldest age.
    pub(super) ages: (i64, i64),
    /// Sex.
    pub(super) sex: Sex,
    /// Kind and level of a disability.
    pub(super) disability: Option<(DisabilityKind, DisabilityLevel)>,
}

/// How often a group is met; what is missing to 1000 is in no group.
const SHARES: [(Group, u64); 22] = [
    (Group::RuralLabour, 130),
    (Group::RegisteredUnemployed, 110),
    (Group::MigrantWorker, 45),
    (Group::RuralMigrant, 30),
    (Group::YouthNotInSchool, 45),
    (Group::VeteranSelfEmployed, 35),
    (Group::Veteran, 20),
    (Group::Disabled, 40),
    (Group::DisabledYoung, 15),
    (Group::Blind, 5),
    (Group::Age4050, 50),
    (Group::LowIncome, 30),
    (Group::HardToEmploy, 25),
    (Group::OutOfPoverty, 20),
    (Group::RegisteredPoor, 12),
    (Group::DomesticWorker, 25),
    (Group::GraduateJobless, 25),
    (Group::Graduate, 15),
    (Group::DismissedWorker, 15),
    (Group::EnterpriseWorker, 25),
    (Group::YoungMigrantWorker, 20),
    (Group::Apprentice, 10),
];

/// True for the people after the hand-written ones who stand for one group each.
pub(super) fn is_model(index: u64) -> bool {
    let first = cast::size();
    (first..first + Group::ALL.len() as u64).contains(&index)
}

/// The plan of the person at a position.
pub(super) fn of(index: u64, chance: &mut Chance) -> Plan {
    let group = if is_model(index) {
        let model = usize::try_from(index - cast::size()).unwrap_or(0);
        Group::ALL.get(model).copied()
    } else {
        draw(chance)
    };
    let sex = sex(group, chance);
    let disability = group
        .filter(|group| group.is_within(Group::Disabled))
        .map(|group| disability(group, chance));
    Plan {
        index,
        groups: [group, second(group, chance)],
        ages: ages(group, sex, chance),
        sex,
        disability,
    }
}

fn draw(chance: &mut Chance) -> Option<Group> {
    let mut left = chance.below(1000);
    for (group, share) in SHARES {
        if left < share {
            return Some(group);
        }
        left -= share;
    }
    // One in a hundred is in any group at all; the others are in none.
    (left < 10)
        .then(|| usize::try_from(chance.below(Group::ALL.len() as u64)).ok())
        .flatten()
        .and_then(|i| Group::ALL.get(i).copied())
}

fn sex(group: Option<Group>, chance: &mut Chance) -> Sex {
    let men = match group {
        Some(group) if group.is_within(Group::Veteran) => 94,
        Some(Group::DomesticWorker | Group::Employer | Group::DisabledFamily) => 12,
        Some(Group::SpecialOperator | Group::TeamLeader | Group::Apprentice) => 80,
        _ => 50,
    };
    if chance.percent(men) {
        Sex::Male
    } else {
        Sex::Female
    }
}

fn ages(group: Option<Group>, sex: Sex, chance: &mut Chance) -> (i64, i64) {
    let man = sex == Sex::Male;
    match group {
        Some(Group::YouthNotInSchool) => (16, 20),
        Some(Group::PoorFamilyChild | Group::RuralNewLabour) => (16, 22),
        Some(Group::Graduate | Group::GraduateJobless | Group::DisabledGraduate) => (21, 26),
        Some(Group::VeteranStudent) => (22, 28),
        Some(Group::VeteranSelfEmployed) => (20, 52),
        Some(Group::VeteranOfficer | Group::VeteranDemobilised) => (38, 58),
        Some(Group::Veteran) => (21, 60),
        Some(Group::Apprentice) => (16, 30),
        Some(Group::NewGenerationWorker | Group::YoungMigrantWorker) => (18, 45),
        Some(Group::ReturnedYoungFounder) => (20, 40),
        Some(Group::LeadGoose) => (25, 45),
        Some(Group::Age4050) if man => (50, 59),
        Some(Group::Age4050) => (40, 54),
        Some(Group::OlderUnemployed) if man => (50, 62),
        Some(Group::OlderUnemployed) => (45, 54),
        Some(Group::HighRiskPrincipal | Group::SkillLeader | Group::HeritageBearer) => (35, 58),
        Some(Group::SafetyManager | Group::TeamLeader | Group::SmeBackbone) => (25, 55),
        Some(Group::SkillTop | Group::DisabledSkilled | Group::DisabledFounder) => (28, 55),
        Some(Group::Employer | Group::DisabledFamily) => (30, 64),
        Some(Group::DisabledYoung) => (18, 55),
        Some(Group::DomesticWorker) => (28, 56),
        Some(_) => (18, 59),
        None if chance.percent(8) => (60, 75),
        None => (17, 59),
    }
}

fn disability(group: Group, chance: &mut Chance) -> (DisabilityKind, DisabilityLevel) {
    use DisabilityKind::{Hearing, Intellectual, Mental, Multiple, Physical, Sight, Speech};
    use DisabilityLevel::{Four, One, Three, Two};
    if group == Group::Blind {
        let gravest = chance.percent(50);
        return (Sight, if gravest { One } else { Two });
    }
    let kind = match chance.below(100) {
        0..48 => Physical,
        48..64 => Hearing,
        // Levels one and two of sight are the group of the blind.
        64..72 => return (Sight, if chance.percent(50) { Three } else { Four }),
        72..80 => Speech,
        80..88 => Intellectual,
        88..96 => Mental,
        _ => Multiple,
    };
    let level = match chance.below(10) {
        0 => One,
        1..3 => Two,
        3..6 => Three,
        _ => Four,
    };
    (kind, level)
}

fn second(group: Option<Group>, chance: &mut Chance) -> Option<Group> {
    let list: &[Group] = match group? {
        Group::RuralLabour => &[
            Group::RuralMigrant,
            Group::OutOfPoverty,
            Group::RegisteredUnemployed,
        ],
        Group::RegisteredUnemployed => &[Group::RuralLabour, Group::HardToEmploy],
        Group::Disabled | Group::DisabledYoung | Group::Blind => {
            &[Group::LowIncome, Group::RuralLabour]
        }
        Group::DisabledPoor | Group::OutOfPoverty | Group::PovertyMonitored => {
            &[Group::RuralLabour]
        }
        Group::Age4050 => &[Group::RegisteredUnemployed, Group::HardToEmploy],
        Group::YouthNotInSchool => &[
            Group::RuralNewLabour,
            Group::PoorFamilyChild,
            Group::LowIncome,
        ],
        Group::VeteranSelfEmployed => &[Group::RegisteredUnemployed, Group::RuralLabour],
        _ => return None,
    };
    let picked = usize::try_from(chance.below(list.len() as u64)).ok()?;
    let picked = list.get(picked).copied()?;
    chance.percent(25).then_some(picked)
}
