//! Which cells are alike: symbols of theirs are coded by the same parts, as long as writing the parts down is dearer than what parts
//! of their own would spare.

use super::{codec::CELLS, symbols::SYMBOLS};

/// How often each symbol comes.
type Counts = [u32; SYMBOLS];

/// What a symbol of a class takes to write down, in bits, and a class besides, and a cell of another class than the one before.
const SYMBOL: f64 = 9.0;
const CLASS: f64 = 6.0;
const CELL: f64 = 8.0;

/// The class of each cell, and the classes' parts.
pub(crate) struct Classes {
    of_cell: Vec<u8>,
    parts: Vec<[u8; SYMBOLS]>,
}

impl Classes {
    /// A symbol's first part in its cell, and how many it has.
    pub(crate) fn share(&self, cell: usize, symbol: usize) -> (u32, u32) {
        let parts = &self.parts[usize::from(self.of_cell[cell])];
        (parts[..symbol].iter().map(|part| u32::from(*part)).sum(), parts[symbol].into())
    }

    /// The model as `symbols::Reader` takes it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.of_cell.iter().chain(self.parts.as_flattened()).copied().collect()
    }
}

struct Group {
    cells: Vec<usize>,
    counts: Counts,
    cost: f64,
}

impl Group {
    fn new(cells: Vec<usize>, counts: Counts) -> Self {
        let cost = cost(&counts);
        Self { cells, counts, cost }
    }

    /// What it spares to make one of two.
    fn gain(&self, other: &Self) -> f64 {
        self.cost + other.cost - cost(&sum(&self.counts, &other.counts)) + CELL
    }
}

fn sum(a: &Counts, b: &Counts) -> Counts {
    std::array::from_fn(|at| a[at] + b[at])
}

/// What symbols of these counts take, with their parts.
fn cost(counts: &Counts) -> f64 {
    let parts = parts(counts);
    let bits = |(count, part): (&u32, &u8)| f64::from(*count) * (8.0 - f64::from(*part).log2());
    let used = counts.iter().zip(&parts).filter(|(count, _)| **count > 0);
    used.map(|it| SYMBOL + bits(it)).sum::<f64>() + CLASS
}

/// The parts of 256: each symbol that comes has one at least, and none has all.
fn parts(counts: &Counts) -> [u8; SYMBOLS] {
    let all: u32 = counts.iter().sum::<u32>().max(1);
    let mut parts: [i32; SYMBOLS] = std::array::from_fn(|at| match counts[at] {
        0 => 0,
        count => (f64::from(count) * 256.0 / f64::from(all)).round().clamp(1.0, 255.0) as i32,
    });
    // What rounding left over goes where it costs least.
    loop {
        let left = 256 - parts.iter().sum::<i32>();
        if left == 0 {
            return parts.map(|part| u8::try_from(part).unwrap_or(u8::MAX));
        }
        let step = left.signum();
        let worth = |at: &usize| {
            let (part, count) = (f64::from(parts[*at]), f64::from(counts[*at]));
            count * ((part + f64::from(step)) / part.max(0.01)).log2()
        };
        let may = |at: &usize| (1..=255).contains(&(parts[*at] + step));
        let best = (0..SYMBOLS).filter(may).max_by(|a, b| worth(a).total_cmp(&worth(b)));
        parts[best.unwrap_or(0)] += step;
    }
}

/// Groups the cells that were used; what is alike is merged, the most profitable first.
pub(crate) fn find(said: impl Iterator<Item = (usize, usize)>) -> Classes {
    let mut counts = vec![[0; SYMBOLS]; CELLS];
    for (cell, symbol) in said {
        counts[cell][symbol] += 1;
    }
    let used = (0..CELLS).filter(|cell| counts[*cell] != [0; SYMBOLS]);
    let mut groups: Vec<Group> = used.map(|cell| Group::new(vec![cell], counts[cell])).collect();
    let row = |groups: &[Group], at: usize| -> Vec<f64> {
        (0..groups.len()).map(|other| groups[at].gain(&groups[other])).collect()
    };
    let mut gains: Vec<Vec<f64>> = (0..groups.len()).map(|at| row(&groups, at)).collect();
    loop {
        let pairs = (0..groups.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let best = pairs.max_by(|x, y| gains[x.0][x.1].total_cmp(&gains[y.0][y.1]));
        let Some((a, b)) = best.filter(|(a, b)| gains[*a][*b] > 0.0) else { break };
        let merged = groups.swap_remove(a);
        gains.swap_remove(a);
        for row in &mut gains {
            row.swap_remove(a);
        }
        let mut cells = std::mem::take(&mut groups[b].cells);
        cells.extend(merged.cells);
        groups[b] = Group::new(cells, sum(&groups[b].counts, &merged.counts));
        gains[b] = row(&groups, b);
        let row = gains[b].clone();
        for (gains, gain) in gains.iter_mut().zip(row) {
            gains[b] = gain;
        }
    }
    groups.sort_by_key(|group| group.cells.iter().min().copied());
    let mut of_cell = vec![None; CELLS];
    for (class, group) in (0_u8..).zip(&groups) {
        group.cells.iter().for_each(|cell| of_cell[*cell] = Some(class));
    }
    // A cell that is never used is of the class of the one before: that packs best.
    let mut before = 0;
    let of_cell = of_cell.into_iter().map(|class| {
        before = class.unwrap_or(before);
        before
    });
    Classes {
        of_cell: of_cell.collect(),
        parts: groups.iter().map(|group| parts(&group.counts)).collect(),
    }
}
