// The last words of a run: each failed test with what it missed, so that the end of a log is enough to know why; and each that failed at
// first and passed when it was run once more.
const COLOURS = /\u001b\[[0-9;]*m/g;

/** So many tests may pass only when they are run once more. More than these are no hiccups. */
const HICCUPS = 2;

export default class Closing {
  #failed = new Map();
  #hiccups = [];

  onTestEnd(test, result) {
    if (result.status === test.expectedStatus) {
      if (this.#failed.has(test.id)) this.#hiccups.push(this.#failed.get(test.id));
      return this.#failed.delete(test.id);
    }
    const where = `${test.location.file.split("/").pop()}:${test.location.line}`;
    const steps = lastSteps(result.steps);
    const said = result.errors.map(({ message = "" }) => message.replace(COLOURS, "").split("\n").slice(0, 8).join("\n    "));
    this.#failed.set(test.id, [`${where} › ${test.title} (${result.status})`, ...steps, ...said].join("\n    "));
  }

  onEnd(run) {
    tell("What failed, and why:", [...this.#failed.values()]);
    tell(`What failed once and passed when it was run again, of which ${HICCUPS} are let pass:`, this.#hiccups);
    if (this.#hiccups.length > HICCUPS) return { status: "failed" };
    return run;
  }

  printsToStdio() {
    return false;
  }
}

function tell(what, reasons) {
  if (reasons.length > 0) console.log(`\n${what}\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
}

/** The named steps in which the test ended. */
function lastSteps(steps) {
  return steps.filter((step) => step.category === "test.step" && step.error).map((step) => `in step: ${step.title}`);
}
