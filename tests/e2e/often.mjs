/** How often a thing is done that befalls people now and then: `short` times in `make test`, `long` times in `make soak` (SK_SOAK=1). */
export const often = (short, long) => (process.env.SK_SOAK ? long : short);
