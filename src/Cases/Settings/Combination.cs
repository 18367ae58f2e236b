namespace Sci.Cases.Settings;

/// <summary>
/// Experiments that a file writes as a product: every setting of one list with every setting of the next.
/// </summary>
/// <remarks>
/// <c>combine: [{honest-: {…}, clean-: {…}}, {KS-1: {…}, KS-2: {…}}]</c> stands for honest-KS-1, honest-KS-2,
/// clean-KS-1 and clean-KS-2; names are joined, settings are laid over one another in the order of the lists. A name
/// may be empty (<c>""</c>). An experiment of <c>experiments:</c> of the same name is laid over the product's.
/// </remarks>
internal static class Combination
{
    public const int MostProducts = 4096;

    /// <summary>The name of each product, and the blocks that are laid over the base for it.</summary>
    public static IEnumerable<(string Name, Place Place, MappingNode[] Layers)> Of(Node node)
    {
        if (node is not SequenceNode { Items.Count: > 0 } lists)
        {
            throw new SettingsException(
                node.Place, "combine must be a list of blocks, each of NAME: with the settings that it changes.");
        }

        IEnumerable<(string Name, Place Place, MappingNode[] Layers)> products = [("", node.Place, [])];
        foreach (var item in lists.Items)
        {
            var parts = Parts(item);
            if (products.Count() * (long)parts.Length > MostProducts)
            {
                throw new SettingsException(
                    item.Place, $"combine makes more than {MostProducts} experiments from here on; use shorter lists.");
            }

            products = [.. products.SelectMany(product => parts.Select(part =>
                (product.Name + part.Key, part.Place, product.Layers.Append((MappingNode)part.Value).ToArray())))];
        }

        return products;
    }

    private static Entry[] Parts(Node item)
    {
        if (item is not MappingNode { Entries.Count: > 0 } block)
        {
            throw new SettingsException(
                item.Place, "each item of combine must be a block of NAME: keys with the settings that they change.");
        }

        return [.. block.Entries.Select(entry => entry.Value switch
        {
            MappingNode => entry,
            ScalarNode { IsNull: true } => entry with { Value = new MappingNode(entry.Value.Place, []) },
            _ => throw new SettingsException(
                entry.Value.Place, $"combine: {entry.Key} must be a block of the settings that it changes."),
        })];
    }
}
