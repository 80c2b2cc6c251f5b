// A Dockerfile as data: stages of steps, and how the last one runs. What is not understood is refused, not skipped.
import { type Copy, DockerfileParser, type Env, type From, type Instruction, type User } from 'dockerfile-ast'

export type Step =
  | { readonly do: 'run'; readonly command: string }
  | { readonly do: 'copy'; readonly from: string | null; readonly sources: readonly string[]; readonly to: string }
  | { readonly do: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly do: 'workdir'; readonly path: string }
  | { readonly do: 'user'; readonly name: string }

export interface Stage {
  readonly image: string
  /** `null` for one that no other stage copies from. */
  readonly name: string | null
  readonly steps: readonly Step[]
}

export interface Recipe {
  /** The last one is what runs. */
  readonly stages: readonly Stage[]
  readonly entrypoint: readonly string[]
  /** For a shell. */
  readonly healthCheck: string
}

const words = (instruction: Instruction) => instruction.getArguments().map(String)
const text = (instruction: Instruction) => instruction.getArgumentsContent() ?? ''

const STEPS: Readonly<Record<string, (instruction: Instruction) => Step>> = {
  RUN: (run) => ({ do: 'run', command: text(run) }),
  COPY: (copy) => ({
    do: 'copy',
    from: (copy as Copy).getFromFlag()?.getValue() ?? null,
    sources: words(copy).slice(0, -1),
    to: words(copy).at(-1) ?? '',
  }),
  ENV: (env) => ({
    do: 'env',
    values: Object.fromEntries((env as Env).getProperties().map((each) => [each.getName(), each.getValue() ?? ''])),
  }),
  WORKDIR: (workdir) => ({ do: 'workdir', path: text(workdir) }),
  USER: (user) => ({ do: 'user', name: text(user as User) }),
}

/** What describes the image and changes nothing in it. */
const DESCRIBE = ['FROM', 'EXPOSE', 'VOLUME', 'ENTRYPOINT', 'HEALTHCHECK']

/** @throws for an instruction that this does not understand */
export function readRecipe(dockerfile: string): Recipe {
  const instructions = DockerfileParser.parse(dockerfile).getInstructions()
  const last = (keyword: string) =>
    text(instructions.filter((each) => each.getKeyword() === keyword).at(-1) as Instruction)
  return {
    stages: stagesOf(instructions),
    entrypoint: JSON.parse(last('ENTRYPOINT')),
    healthCheck: last('HEALTHCHECK').replace(/^CMD\s+/, ''),
  }
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const starts = instructions.flatMap((each, index) => (each.getKeyword() === 'FROM' ? [index] : []))
  return starts.map((start, index) => {
    const from = instructions[start] as From
    return {
      image: from.getImage() ?? '',
      name: from.getBuildStage(),
      steps: instructions.slice(start, starts[index + 1]).flatMap(stepsOf),
    }
  })
}

function stepsOf(instruction: Instruction): readonly Step[] {
  const keyword = instruction.getKeyword()
  const step = STEPS[keyword]
  if (step) return [step(instruction)]
  if (DESCRIBE.includes(keyword)) return []
  throw new Error(`${keyword} is no instruction that this script can follow`)
}
