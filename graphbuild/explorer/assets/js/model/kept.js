// What is worked out of the model once, when it is first asked for.

/** kept(work): as work(model), and the same answer again for the same model. */
export function kept(work) {
  const answers = new WeakMap();
  return (model) => {
    if (!answers.has(model)) answers.set(model, work(model));
    return answers.get(model);
  };
}
