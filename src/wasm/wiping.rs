//! The allocator of the modules across which a person's values go. Memory that is given back is wiped, so that no value stays in a
//! module once the call that brought it is over: a page's other scripts can read all of a module's memory.
//! `tests/canaries.node.mjs` looks for what is left.
//!
//! A block is 16 bytes or twice, four times … as many; each size has a list of the blocks that were given back, and what none of
//! them serves is cut off the end of the memory. Nothing is ever joined, since calls ask for the same sizes again and again. The
//! standard library's allocator joins and splits, for 7 KB.

use core::{
    alloc::{GlobalAlloc, Layout},
    cell::Cell,
    ptr::null_mut,
};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Wiping = Wiping::new(|bytes| {
    let start = core::arch::wasm32::memory_grow(0, bytes / PAGE);
    (start != usize::MAX).then(|| start.wrapping_mul(PAGE))
});

/// What memory grows by.
const PAGE: usize = 1 << 16;
/// The smallest block; every block starts at a multiple of it.
const SMALLEST: usize = 16;
/// How many sizes there are: the largest block is 1 GiB.
const SIZES: usize = 27;

/// Blocks that were given back, and the end of the memory.
struct Wiping {
    /// By size: the block that was given back last. Its first bytes say which was before it.
    free: [Cell<*mut u8>; SIZES],
    /// Where the memory that was never given out starts.
    next: Cell<usize>,
    /// Where it ends.
    end: Cell<usize>,
    /// Adds bytes to the memory, a multiple of [`PAGE`]; where they start.
    grow: fn(usize) -> Option<usize>,
}

#[expect(unsafe_code, reason = "an allocator that is static has to be")]
// SAFETY: the modules have one thread: they are built without atomics, and nothing can share their memory.
unsafe impl Sync for Wiping {}

impl Wiping {
    const fn new(grow: fn(usize) -> Option<usize>) -> Self {
        let free = [const { Cell::new(null_mut()) }; SIZES];
        Self { free, next: Cell::new(0), end: Cell::new(0), grow }
    }

    /// A block's place among the sizes.
    const fn size_of(layout: Layout) -> usize {
        // As many bits as the last byte's place has, beyond the four of the smallest block.
        let last = layout.size().saturating_sub(1) | (SMALLEST - 1);
        (usize::BITS - 4 - last.leading_zeros()) as usize
    }

    /// A block that was never given out.
    fn cut(&self, size: usize) -> Option<*mut u8> {
        let bytes = SMALLEST << size;
        if self.end.get().wrapping_sub(self.next.get()) < bytes {
            let more = bytes.next_multiple_of(PAGE);
            let start = (self.grow)(more)?;
            if start != self.end.get() {
                self.next.set(start);
            }
            self.end.set(start.checked_add(more)?);
        }
        let start = self.next.get();
        self.next.set(start.wrapping_add(bytes));
        Some(core::ptr::with_exposed_provenance_mut(start))
    }
}

#[expect(unsafe_code, reason = "an allocator is")]
#[expect(clippy::cast_ptr_alignment, reason = "every block starts at a multiple of 16")]
// SAFETY: a block is given out once until it is given back, is as long as the layout says or longer, and starts at a multiple of
// 16; what wants more than that gets nothing. A block that was given back is ours to write the next one's address into.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = Self::size_of(layout);
        let Some(free) = self.free.get(size).filter(|_| layout.align() <= SMALLEST) else {
            return null_mut();
        };
        let block = free.get();
        if block.is_null() {
            return self.cut(size).unwrap_or(null_mut());
        }
        // SAFETY: the block is 16 bytes or more, aligned to 16, and was given back; `dealloc` wrote the address.
        free.set(unsafe { block.cast::<*mut u8>().read() });
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block is the caller's to give back, and as long as its layout says.
        unsafe { block.write_bytes(0, layout.size()) };
        if let Some(free) = self.free.get(Self::size_of(layout)) {
            // SAFETY: the block is 16 bytes or more and aligned to 16.
            unsafe { block.cast::<*mut u8>().write(free.get()) };
            free.set(block);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        // SAFETY: the caller promises that the size, rounded up to the alignment, does not overflow.
        let new = unsafe { Layout::from_size_align_unchecked(bytes, layout.align()) };
        let (old_bytes, is_same) = (layout.size(), Self::size_of(layout) == Self::size_of(new));
        if is_same {
            // SAFETY: what lies behind the new end is within the block.
            unsafe {
                block.add(bytes.min(old_bytes)).write_bytes(0, old_bytes.saturating_sub(bytes));
            };
            return block;
        }
        // SAFETY: the promises of a caller of `alloc` and `dealloc` follow from those of one of `realloc`.
        let moved = unsafe { self.alloc(new) };
        if !moved.is_null() {
            // SAFETY: both blocks are that long, and they are two.
            unsafe { block.copy_to_nonoverlapping(moved, old_bytes.min(bytes)) };
            // SAFETY: as above.
            unsafe { self.dealloc(block, layout) };
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    /// Memory that grows page by page in one place, as a module's does, and is never given back.
    fn memory() -> Wiping {
        std::thread_local! {
            static NEXT: Cell<usize> = const { Cell::new(0) };
        }
        Wiping::new(|bytes| {
            const ROOM: usize = 64 << 20;
            if NEXT.get() == 0 {
                let room = Vec::leak(std::vec![0_u128; ROOM / 16]);
                NEXT.set(room.as_mut_ptr().expose_provenance());
            }
            let start = NEXT.get();
            NEXT.set(start + bytes);
            Some(start)
        })
    }

    #[test]
    fn sizes_are_powers_of_two() {
        for (bytes, size) in [(0, 0), (1, 0), (16, 0), (17, 1), (32, 1), (33, 2), (1 << 30, 26)] {
            let layout = Layout::from_size_align(bytes, 1).unwrap();
            assert_eq!(Wiping::size_of(layout), size, "{bytes}");
        }
    }

    #[test]
    #[expect(unsafe_code, reason = "an allocator is called so")]
    fn what_is_given_back_is_wiped_and_given_out_again() {
        let memory = memory();
        let layout = |bytes| Layout::from_size_align(bytes, 8).unwrap();
        let mut held: Vec<(*mut u8, usize, u8)> = Vec::new();
        let mut seed = 1_u32;
        for round in 0..20_000_u32 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (bytes, mark) = ((seed >> 8) as usize % 700 + 1, round.to_le_bytes()[0] | 1);
            // SAFETY: each block is written to within its layout, and given back once with the layout it has.
            unsafe {
                match seed >> 30 {
                    0 | 1 if held.len() < 64 => {
                        let block = memory.alloc(layout(bytes));
                        assert!(block.addr().is_multiple_of(SMALLEST));
                        block.write_bytes(mark, bytes);
                        held.push((block, bytes, mark));
                    }
                    2 if !held.is_empty() => {
                        let at = seed as usize % held.len();
                        let (block, old, mark) = held[at];
                        let moved = memory.realloc(block, layout(old), bytes);
                        for at in 0..old.min(bytes) {
                            assert_eq!(moved.add(at).read(), mark);
                        }
                        // What was cut off is wiped, wherever the rest is now.
                        let kept = if moved == block { bytes } else { size_of::<usize>() };
                        for at in kept..old {
                            assert_eq!(block.add(at).read(), 0);
                        }
                        moved.write_bytes(mark, bytes);
                        held[at] = (moved, bytes, mark);
                    }
                    _ if !held.is_empty() => {
                        let (block, bytes, mark) = held.swap_remove(seed as usize % held.len());
                        for at in 0..bytes {
                            assert_eq!(block.add(at).read(), mark, "somebody else wrote here");
                        }
                        memory.dealloc(block, layout(bytes));
                        for at in size_of::<usize>()..bytes {
                            assert_eq!(block.add(at).read(), 0);
                        }
                    }
                    _ => {}
                }
            }
        }
        // Six sizes of at most 64 blocks each, and never more.
        assert!(memory.end.get() - memory.next.get() < PAGE);
        let used = held.iter().map(|(_, bytes, _)| bytes).sum::<usize>();
        assert!(used < 64 * 700);
    }

    #[test]
    #[expect(unsafe_code, reason = "an allocator is called so")]
    fn what_is_too_large_or_too_aligned_gets_nothing() {
        let memory = memory();
        // SAFETY: nothing is given out.
        unsafe {
            assert!(memory.alloc(Layout::from_size_align(16, 32).unwrap()).is_null());
            assert!(memory.alloc(Layout::from_size_align((1 << 30) + 1, 1).unwrap()).is_null());
        }
    }
}
