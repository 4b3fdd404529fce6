// The memories of the modules that start from here on, in the order in which they do.

/** @type {WebAssembly.Memory[]} */
export const memories = [];

const Instance = WebAssembly.Instance;
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, args) {
    const made = Reflect.construct(target, args);
    memories.push(made.exports.memory);
    return made;
  },
});
