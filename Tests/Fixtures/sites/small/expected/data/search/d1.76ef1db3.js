candorData([["",["Reading","pages/reading/index.html"]]])
