// The last words of a run that failed: each failed test with what it missed, so that the end of a log
// is enough to know why.
const COLOURS = /\u001b\[[0-9;]*m/g;

export default class Closing {
  #failed = new Map();

  onTestEnd(test, result) {
    if (result.status === test.expectedStatus) return this.#failed.delete(test.id);
    const where = `${test.location.file.split("/").pop()}:${test.location.line}`;
    const steps = lastSteps(result.steps);
    const said = result.errors.map(({ message = "" }) => message.replace(COLOURS, "").split("\n").slice(0, 8).join("\n    "));
    this.#failed.set(test.id, [`${where} › ${test.title} (${result.status})`, ...steps, ...said].join("\n    "));
  }

  onEnd() {
    if (this.#failed.size === 0) return;
    console.log("\nWhat failed, and why:");
    for (const reason of this.#failed.values()) console.log(`  ${reason}`);
  }

  printsToStdio() {
    return false;
  }
}

/** The named steps in which the test ended. */
function lastSteps(steps) {
  return steps.filter((step) => step.category === "test.step" && step.error).map((step) => `in step: ${step.title}`);
}
