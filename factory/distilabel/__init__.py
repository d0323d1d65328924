"""Our stages for pipelines in distilabel (`pip install 'factory[distilabel]'`).

    evolve = EvolveTask(llm=llm, operator="deepen")
    solve = SolveTask(llm=llm, problem_column="evolved", num_generations=4)

The other direction, a distilabel LLM class behind our line, is `factory.models.distilabel`.
"""

from factory.distilabel.tasks import EvolveTask, GradeTask, RateTask, SolveTask

__all__ = ["EvolveTask", "GradeTask", "RateTask", "SolveTask"]
