//! Memory that is given back is wiped, so that no value stays in a module once the call that brought it is over: a page's other
//! scripts can read all of a module's memory. `tests/canaries.node.mjs` looks for what is left.

use std::alloc::{GlobalAlloc, Layout};

#[cfg(not(any(feature = "wasm-mrz", feature = "wasm-national-id", feature = "wasm-phone")))]
#[global_allocator]
static ALLOCATOR: Wiping<std::alloc::System> = Wiping(std::alloc::System);

/// In the modules that allocate a few strings a call: a twelfth of the standard library's.
#[cfg(any(feature = "wasm-mrz", feature = "wasm-national-id", feature = "wasm-phone"))]
#[global_allocator]
static ALLOCATOR: Wiping<lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator>> =
    Wiping(lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new()));

/// An allocator, with the memory that it is given back set to zero.
struct Wiping<A>(A);

#[expect(unsafe_code, reason = "an allocator is; each call goes to the one within as it came")]
// SAFETY: what the allocator within promises holds, since it does the work: memory is written to only while it is still the
// caller's to give back, and only within its layout. `realloc` is the trait's own, which gives the old memory back to us.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    // Once in the module, not at every call.
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on.
        unsafe { self.0.alloc(layout) }
    }

    #[inline(never)]
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: `memory` is as large as its layout says, and nobody else's; the caller's promises are passed on.
        unsafe {
            memory.write_bytes(0, layout.size());
            self.0.dealloc(memory, layout);
        }
    }
}
