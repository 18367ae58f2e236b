using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// The modes that a step reads and writes for one state: inputs, tendencies at the stages, a stage; one a thread.
/// </summary>
internal sealed class StepMemory
{
    private readonly Complex[][] sources;
    private readonly Complex[][] next;
    private readonly Complex[] stage;
    private readonly int inputs;

    public StepMemory(int inputs, int stages, int modes)
    {
        this.inputs = inputs;
        sources = [.. Enumerable.Range(0, inputs + stages).Select(_ => new Complex[modes])];
        next = [.. Enumerable.Range(0, inputs).Select(_ => new Complex[modes])];
        stage = new Complex[modes];
    }

    /// <summary>Modes of the state.</summary>
    public Complex[] State => sources[0];

    /// <summary>An input of the step, or the tendency at a stage after them.</summary>
    public Complex[] Source(int source) => sources[source];

    /// <summary>The tendency at a stage.</summary>
    public Complex[] Tendency(int number) => sources[inputs + number];

    /// <summary>The argument of N at a stage: computed in scratch, or a source itself where the row says so.</summary>
    public Complex[] Stage(Method.Row row)
    {
        if (row.Same >= 0)
        {
            return sources[row.Same];
        }

        Combine(row.Terms, stage);
        return stage;
    }

    /// <summary>Puts the next step's inputs in place of this one's.</summary>
    public void Turn(Method method)
    {
        for (var i = 0; i < inputs; i++)
        {
            Combine(method.Output(i).Terms, next[i]);
        }

        for (var i = 0; i < inputs; i++)
        {
            (sources[i], next[i]) = (next[i], sources[i]);
        }
    }

    /// <summary>destination = Σ weight · source.</summary>
    public void Combine((int Source, Diagonal Weight)[] terms, Complex[] destination)
    {
        if (terms.Length == 0)
        {
            destination.AsSpan().Clear();
        }

        for (var i = 0; i < terms.Length; i++)
        {
            var (source, weight) = terms[i];
            if (i > 0)
            {
                weight.Add(sources[source], destination);
            }
            else if (weight.IsIdentity)
            {
                sources[source].CopyTo(destination, 0);
            }
            else
            {
                weight.Set(sources[source], destination);
            }
        }
    }
}
