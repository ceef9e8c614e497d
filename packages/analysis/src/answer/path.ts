import type { Course, CourseStep } from './result.ts';

/** The shortest way on the course from now to a state, or to the nearest of several; undefined where there is none. */
export function pathOnCourse(
  course: Course,
  target: number | readonly number[],
): readonly CourseStep[] | undefined {
  const wanted = new Set(typeof target === 'number' ? [target] : target);
  const stepsAt = new Map(course.states.map(({ code, steps }) => [code, steps]));
  const cameBy = new Map<number, { readonly from: number; readonly step: CourseStep }>();
  const queue = [course.now];
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    if (wanted.has(here)) {
      const way: CourseStep[] = [];
      for (let back = here; back !== course.now; back = cameBy.get(back)!.from)
        way.unshift(cameBy.get(back)!.step);
      return way;
    }
    for (const step of stepsAt.get(here) ?? []) {
      if (step.to === course.now || cameBy.has(step.to)) continue;
      cameBy.set(step.to, { from: here, step });
      queue.push(step.to);
    }
  }
  return undefined;
}
